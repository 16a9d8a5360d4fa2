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
    /// Whether the person has used it.
    public let isUsed: Bool
    /// Whether a rule that takes time has not answered yet.
    public let isPending: Bool

    /// Whether a box is ticked.
    public var isTicked: Bool { value == "true" || value == "on" }
}

/// One choice of a select or of a group of radio buttons.
public struct FormOption: Hashable, Sendable {
    /// What is sent when it is chosen.
    public let value: String
    /// What is shown.
    public let label: String

    /// Makes a choice, shown by its value unless told.
    public init(_ value: String, _ label: String? = nil) {
        self.value = value
        self.label = label ?? value
    }

    /// The cases of an enumeration, by their raw values.
    public static func all<Choices: CaseIterable & RawRepresentable>(
        of type: Choices.Type
    ) -> [FormOption] where Choices.RawValue == String {
        type.allCases.map { FormOption($0.rawValue) }
    }
}

extension FormOption: ExpressibleByStringLiteral {
    /// Makes a choice that is shown by its value.
    public init(stringLiteral value: String) { self.init(value) }
}
