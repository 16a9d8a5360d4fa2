/// One pair of name and value that a form sends, and the control it comes from.
public struct FormField: Hashable, Sendable {
    public let node: NodeID
    public let name: String
    public let value: String

    public init(node: NodeID, name: String, value: String) {
        self.node = node
        self.name = name
        self.value = value
    }
}
