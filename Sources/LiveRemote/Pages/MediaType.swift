import Basics

/// What a header `Content-Type` says (RFC 9110, section 8.3.1).
struct MediaType: Equatable {
    /// What is made of a body.
    enum Kind {
        case page
        case styleSheet
        case text
        case other
    }

    /// Type and subtype in small letters; empty where nothing is said.
    let name: String
    /// The encoding of text; nil where nothing is said.
    let charset: String?

    init(_ header: String) {
        let parts = header.split(separator: ";", omittingEmptySubsequences: false)
        name = ASCIIText.lowercased(parts.first.map(Self.trimmed) ?? "")
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, Self.trimmed(pair[0]).lowercased() == "charset" else { return nil }
                return Self.trimmed(pair[1]).filter { $0 != "\"" }
            }.first
    }

    /// What is made of a body of this type; where no type is known, it is looked at.
    func kind(of bytes: [UInt8]) -> Kind {
        switch name {
        case "text/html", "application/xhtml+xml": .page
        case "text/css": .styleSheet
        case "": Self.looksLikePage(bytes) ? .page : Self.looksLikeText(bytes) ? .text : .other
        case "application/json", "application/javascript", "application/xml", "image/svg+xml": .text
        default: name.hasPrefix("text/") || name.hasSuffix("+json") || name.hasSuffix("+xml") ? .text : .other
        }
    }

    private static func looksLikePage(_ bytes: [UInt8]) -> Bool {
        bytes.first { !$0.isASCIISpace } == .lessThan && looksLikeText(bytes)
    }

    private static func looksLikeText(_ bytes: [UInt8]) -> Bool { !bytes.prefix(1024).contains(.null) }

    private static func trimmed(_ text: Substring) -> String { text.foldingWhitespace() }
}
