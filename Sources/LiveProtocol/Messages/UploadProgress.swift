/// How far one file has come (WIRE.md 3).
public struct UploadProgress: Equatable, Sendable {
    public enum State: Equatable, Sendable {
        case percent(Int)
        case failed(reason: String)
    }

    /// The event of `phx-progress`.
    public var event: String?
    public var reference: String
    public var entryReference: String
    public var state: State
    public var component: Int?

    public init(
        event: String? = nil, reference: String, entryReference: String, state: State, component: Int? = nil
    ) {
        self.event = event
        self.reference = reference
        self.entryReference = entryReference
        self.state = state
        self.component = component
    }
}
