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
    public static var codedName: String { "a date" }
    public static var codedExample: String { "2026-01-31" }

    public init?(codedText: String) {
        guard let seconds = ISODate.seconds(in: codedText) else { return nil }
        self.init(timeIntervalSince1970: seconds)
    }

    public var codedText: String { ISODate.text(seconds: timeIntervalSince1970) }
}

extension Date: TextConvertible {
    public var renderedText: String { codedText }
}

extension Date: ContextReadable {
    package var contextValue: ContextValue { .text(codedText) }
}
