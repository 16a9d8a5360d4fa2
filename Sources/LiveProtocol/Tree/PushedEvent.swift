/// An event that a view sends to its page.
public struct PushedEvent: Equatable, Sendable {
    public var name: String
    public var payload: JSONValue
    /// Whether it is delivered before the patch it comes with, instead of after.
    public var precedesPatch: Bool

    public init(name: String, payload: JSONValue, precedesPatch: Bool = false) {
        self.name = name
        self.payload = payload
        self.precedesPatch = precedesPatch
    }
}
