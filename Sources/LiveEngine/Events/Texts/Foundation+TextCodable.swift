import LiveProtocol
import Markup
import Templates

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
    package var contextValue: ContextValue { .text(codedText) }
}

/// Exact numbers; as texts they stay exact.
extension Decimal: TextCodable {
    /// What such a text is called.
    public static var codedName: String { "a number" }
    /// A text that is one.
    public static var codedExample: String { "19.90" }

    /// Reads a text; nil when it is none.
    public init?(codedText: String) {
        // Foundation reads as much as is a number and forgets the rest.
        guard Double(codedText)?.isFinite == true, codedText.utf8.allSatisfy({ !"xXpP".utf8.contains($0) }) else {
            return nil
        }
        self.init(string: codedText)
    }

    /// The text that stands for it.
    public var codedText: String { description }
}

extension Decimal: TextConvertible {
    /// The text as people read it.
    public var renderedText: String { description }
}

extension Decimal: ContextReadable {
    package var contextValue: ContextValue { Double(description).map { .number($0) } ?? .text(description) }
}

/// Addresses, absolute or relative; one with signs that an address cannot have is none.
extension URL: TextCodable {
    /// What such a text is called.
    public static var codedName: String { "an address" }
    /// A text that is one.
    public static var codedExample: String { "https://example.org/path" }

    /// Reads a text; nil when it is none.
    public init?(codedText: String) {
        guard !codedText.isEmpty else { return nil }
        self.init(string: codedText, encodingInvalidCharacters: false)
    }

    /// The text that stands for it.
    public var codedText: String { absoluteString }
}

extension URL: TextConvertible {
    /// The text as people read it.
    public var renderedText: String { codedText }
}

extension URL: ContextReadable {
    package var contextValue: ContextValue { .text(codedText) }
}

extension UUID: TextCodable {
    /// What such a text is called.
    public static var codedName: String { "a UUID" }
    /// A text that is one.
    public static var codedExample: String { "6BA7B810-9DAD-11D1-80B4-00C04FD430C8" }

    /// Reads a text; nil when it is none.
    public init?(codedText: String) { self.init(uuidString: codedText) }

    /// The text that stands for it.
    public var codedText: String { uuidString }
}

extension UUID: TextConvertible {
    /// The text as people read it.
    public var renderedText: String { codedText }
}

extension UUID: ContextReadable {
    package var contextValue: ContextValue { .text(codedText) }
}
