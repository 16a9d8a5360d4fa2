import LiveProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
    var templateValue: TemplateValue { .string(codedText) }
}
