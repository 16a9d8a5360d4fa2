import ArgumentParser
import TextLayout

/// A header that goes with every request, as it is typed: `NAME: VALUE`.
package struct RequestHeader: Hashable, Sendable {
    package let name: String
    package let value: String

    /// Reads an argument of the command line; nothing in it may end the header (RFC 9110, section 5.5).
    static func parsed(_ text: String) throws -> RequestHeader {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
            text[..<colon].utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
        else { throw ValidationError("--header takes 'NAME: VALUE', found \"\(ReadableText.quote(text))\"") }
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        return RequestHeader(name: String(text[..<colon]), value: String(value))
    }
}
