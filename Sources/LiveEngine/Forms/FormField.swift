/// One field of a form as a page shows it.
public struct FormField: Sendable, Encodable {
    /// The control's name: `user[address][city]`.
    public let name: String
    /// The control's id: `user_address_city`.
    public let id: String
    /// The content as it was typed.
    public let value: String
    /// The contents of a field that takes several.
    public let values: [String]
    /// What is wrong with it; nothing before it was used.
    public let errors: [String]
    public let isUsed: Bool
    /// Whether a rule that takes time has not answered yet.
    public let isPending: Bool

    /// Whether a box is ticked.
    public var isTicked: Bool { value == "true" || value == "on" }
}
