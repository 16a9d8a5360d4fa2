import LiveProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates are texts of ISO 8601: date only, or with a time, and with or without a zone.
extension Date: TextCodable {
    /// What such a text is called.
    public static var codedName: String { "a date" }
    /// A text that is one.
    public static var codedExample: String { "2026-01-31" }

    /// Reads a text; nil when it is none.
    public init?(codedText: String) {
        guard let seconds = ISODate.seconds(in: codedText) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }

    /// The text that stands for it.
    public var codedText: String { ISODate.text(seconds: timeIntervalSince1970) }
}

extension Date: TextConvertible {
    /// The text as people read it.
    public var renderedText: String { codedText }
}

extension Date: ContextReadable {
    var templateValue: TemplateValue { .string(codedText) }
}
