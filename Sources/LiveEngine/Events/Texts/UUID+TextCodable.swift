import LiveProtocol
import Markup
import Templates

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UUID: TextCodable {
    public static var codedName: String { "a UUID" }
    public static var codedExample: String { "6BA7B810-9DAD-11D1-80B4-00C04FD430C8" }

    public init?(codedText: String) { self.init(uuidString: codedText) }

    public var codedText: String { uuidString }
}

extension UUID: TextConvertible {
    public var renderedText: String { codedText }
}

extension UUID: ContextReadable {
    package var contextValue: ContextValue { .text(codedText) }
}
