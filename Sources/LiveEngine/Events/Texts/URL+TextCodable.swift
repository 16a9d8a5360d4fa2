import LiveProtocol
import Markup
import Templates

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Addresses, absolute or relative; one with signs that an address cannot have is none.
extension URL: TextCodable {
    public static var codedName: String { "an address" }
    public static var codedExample: String { "https://example.org/path" }

    public init?(codedText: String) {
        guard !codedText.isEmpty else { return nil }
        self.init(string: codedText, encodingInvalidCharacters: false)
    }

    public var codedText: String { absoluteString }
}

extension URL: TextConvertible {
    public var renderedText: String { codedText }
}

extension URL: ContextReadable {
    package var contextValue: ContextValue { .text(codedText) }
}
