/// Keeps what sessions did until somebody takes it.
public final class SessionRecorder: SessionObserver {
    /// The oldest are forgotten when nobody takes so many.
    private static let capacity = 1000

    public let wantsDiffBytes: Bool
    private var records: [SessionRecord] = []

    public init(wantsDiffBytes: Bool = false) { self.wantsDiffBytes = wantsDiffBytes }

    public func observe(_ record: SessionRecord) {
        if records.count >= Self.capacity { records.removeFirst(Self.capacity / 2) }
        records.append(record)
    }

    /// Hands over what was done since the last call, oldest first.
    public func take() -> [SessionRecord] {
        defer { records = [] }
        return records
    }
}
