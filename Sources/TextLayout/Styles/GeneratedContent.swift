import HTMLTree

/// What a style sheet puts before or after the content of an element.
struct GeneratedContent: Hashable {
    let pieces: [ContentPiece]
    let style: StyleID

    /// Whether what it shows depends on all that stands before it.
    var counts: Bool {
        pieces.contains { if case .counter = $0 { true } else { false } }
    }

    /// What it shows beside an element.
    ///
    /// - Parameter counter: The text of a counter by its name, what stands between those of one name, and its style.
    func text(
        of node: NodeID, in document: Document, counter: (String, String?, ListStyle) -> String
    ) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .attribute(let name): VisibleText.make(document.attribute(name, of: node) ?? "")
            case .counter(let name, let separator, let style): counter(name, separator, style)
            }
        }.joined()
    }
}

/// A part of the value of `content` (CSS Content 3).
enum ContentPiece: Hashable, Sendable {
    case text(String)
    /// The value of an attribute of the element.
    case attribute(String)
    /// The value of a counter, or of all counters of its name with a text between them.
    case counter(String, separator: String?, ListStyle)

    /// The parts of a value; none for `none`, `normal` and what a terminal cannot show.
    static func parse(_ value: String) -> [ContentPiece] {
        // What follows a slash is the text for those who cannot see the rest.
        CSSScanner.words(value).prefix { $0 != "/" }.compactMap(piece)
    }

    private static func piece(_ word: String) -> ContentPiece? {
        if let text = StyleProperty.string(word) { return .text(text) }
        switch word.lowercased() {
        case "open-quote": return .text("\u{201C}")
        case "close-quote": return .text("\u{201D}")
        case _: break
        }
        guard let open = word.firstIndex(of: "("), word.hasSuffix(")") else { return nil }
        let arguments = CSSScanner.split(String(word[word.index(after: open)...].dropLast()), at: ",")
        guard let name = arguments.first.flatMap({ CSSScanner.words($0).first }) else { return nil }
        func style(_ place: Int) -> ListStyle {
            place < arguments.count ? ListStyle(rawValue: arguments[place].lowercased()) ?? .decimal : .decimal
        }
        switch word[..<open].lowercased() {
        case "attr": return .attribute(name.lowercased())
        case "counter": return .counter(name, separator: nil, style(1))
        case "counters":
            guard arguments.count > 1, let separator = StyleProperty.string(arguments[1]) else { return nil }
            return .counter(name, separator: separator, style(2))
        case _: return nil
        }
    }
}
