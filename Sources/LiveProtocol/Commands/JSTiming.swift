/// How long a visual command takes, and whether patches wait for it.
public struct JSTiming: Hashable, Sendable {
    /// In milliseconds; nil for the default of 200.
    public var time: Int?
    public var isBlocking: Bool

    public init(time: Int? = nil, isBlocking: Bool = true) {
        self.time = time
        self.isBlocking = isBlocking
    }
}
