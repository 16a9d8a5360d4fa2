import LiveProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

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
    var templateValue: TemplateValue { .string(codedText) }
}
