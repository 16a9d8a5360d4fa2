import LiveProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
    var templateValue: TemplateValue { Double(description).map { .number($0) } ?? .string(description) }
}
