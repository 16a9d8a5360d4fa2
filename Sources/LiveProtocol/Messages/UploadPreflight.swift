/// The question whether files may be sent (WIRE.md 6).
public struct UploadPreflight: Equatable, Sendable {
    public var reference: String
    public var entries: [UploadEntry]
    public var component: Int?

    public init(reference: String, entries: [UploadEntry], component: Int? = nil) {
        self.reference = reference
        self.entries = entries
        self.component = component
    }
}
