/// What a person fills in: a structure whose properties are the fields of a form, and the rules for them.
///
/// A form can set every property, so what nobody may fill in is kept elsewhere.
public protocol FormModel: Codable, Sendable {
    /// What must hold before the form is taken; the words of a rule stand beside its field.
    static var rules: [FormRule<Self>] { get }
}

extension FormModel {
    public static var rules: [FormRule<Self>] { [] }
}
