/// A value that JSON, forms and addresses write as one text, whatever its own coding does: a date, an identifier.
///
/// Where a payload has a text that is none of the type's, people are told its name and an example.
public protocol TextCodable: Codable {
    /// What such a text is: `a date`.
    static var codedName: String { get }

    /// A text that stands for a value: `2026-01-31`.
    static var codedExample: String { get }

    /// Reads a text without blanks around it; nil when it stands for no value.
    init?(codedText: String)

    /// The text that stands for this value.
    var codedText: String { get }
}
