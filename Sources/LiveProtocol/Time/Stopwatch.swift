/// Tells how long work really takes; for limits and figures only, since all else goes by the `VirtualClock`.
///
/// It is made where the system's clocks may be read, and handed down.
public struct Stopwatch {
    private let reading: () -> Duration

    /// - Parameter reading: Gives a time that only grows, whatever it began with.
    public init(_ reading: @escaping () -> Duration) { self.reading = reading }

    public var now: Duration { reading() }
}
