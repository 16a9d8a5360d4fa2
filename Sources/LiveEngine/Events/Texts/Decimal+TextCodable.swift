import LiveProtocol
import Markup
import Templates

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Exact numbers; as texts they stay exact.
extension Decimal: TextCodable {
    public static var codedName: String { "a number" }
    public static var codedExample: String { "19.90" }

    public init?(codedText: String) {
        // Foundation reads as much as is a number and forgets the rest.
        guard Double(codedText)?.isFinite == true, codedText.utf8.allSatisfy({ !"xXpP".utf8.contains($0) }) else {
            return nil
        }
        self.init(string: codedText)
    }

    public var codedText: String { description }
}

extension Decimal: TextConvertible {
    public var renderedText: String { description }
}

extension Decimal: ContextReadable {
    package var contextValue: ContextValue { Double(description).map { .number($0) } ?? .text(description) }
}
