import Basics
import NIOHTTP1

/// Pages for what is none.
enum StandInPage {
    /// Text as it stands.
    static func text(_ text: String) -> String { "<!DOCTYPE html><pre>\n\(escaped(text))</pre>" }

    /// What cannot be shown.
    ///
    /// - Parameters:
    ///   - type: The media type.
    ///   - size: In bytes.
    static func other(_ type: String, size: Int) -> String {
        let type = type.isEmpty ? "of no known type" : type
        return page(
            title: "No page", heading: "This is not a page",
            text: "What the server sent is \(type), \(size) bytes, and cannot be shown here.")
    }

    /// An answer without content.
    static func empty(status: HTTPResponseStatus) -> String {
        let words = status.reasonPhrase.isEmpty ? "\(status.code)" : "\(status.code) \(status.reasonPhrase)"
        return page(title: words, heading: words, text: "The server sent nothing to show.")
    }

    private static func page(title: String, heading: String, text: String) -> String {
        """
        <!DOCTYPE html><title>\(escaped(title))</title><main><h1>\(escaped(heading))</h1>\
        <p>\(escaped(text))</p></main>
        """
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == .ampersand || $0 == .lessThan || $0 == .greaterThan }) else {
            return text
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 64)
        for byte in text.utf8 {
            switch byte {
            case .ampersand: bytes += "&amp;".utf8
            case .lessThan: bytes += "&lt;".utf8
            case .greaterThan: bytes += "&gt;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
