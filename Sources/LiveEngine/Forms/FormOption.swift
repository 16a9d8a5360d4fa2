/// One choice of a select or of a group of radio buttons.
public struct FormOption: Hashable, Sendable {
    public let value: String
    public let label: String

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
    public init(stringLiteral value: String) { self.init(value) }
}
