/// A YAML value that knows where it stands.
struct Located: Hashable, Sendable {
    indirect enum Content: Hashable, Sendable {
        /// `isPlain`: written without quotes, so that `3`, `true` and `null` are not texts.
        case scalar(String, isPlain: Bool)
        /// A text with parts that are read from the page while the case runs.
        case deferred(DeferredText)
        case list([Located])
        case mapping([Entry])
    }

    struct Entry: Hashable, Sendable {
        var key: String
        var keyPlace: Place
        var value: Located
    }

    /// The file it stands in.
    var path: String
    var place: Place
    var content: Content

    /// The value under a key of a mapping.
    subscript(key: String) -> Located? { entries.first { $0.key == key }?.value }

    /// The pairs of a mapping; none of another value.
    var entries: [Entry] {
        if case .mapping(let entries) = content { entries } else { [] }
    }

    /// The values of a list; a single value is a list of itself.
    var elements: [Located] {
        if case .list(let elements) = content { elements } else { [self] }
    }

    /// The text of a scalar.
    var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Whether nothing stands there: `key:` and no more.
    var isEmpty: Bool { content == .scalar("", isPlain: true) }

    var isNull: Bool { content == .scalar("null", isPlain: true) || content == .scalar("~", isPlain: true) }

    /// The whole number that is written there.
    var integer: Int? {
        guard case .scalar(let text, isPlain: true) = content, JSONGrammar.isNumber(text) else { return nil }
        return Int(text)
    }

    var boolean: Bool? {
        switch content {
        case .scalar("true", isPlain: true): true
        case .scalar("false", isPlain: true): false
        case .scalar, .deferred, .list, .mapping: nil
        }
    }

    /// The place of a character within a scalar of one line without escapes.
    func place(atOffset offset: Int) -> Place {
        guard case .scalar(let text, let isPlain) = content, !text.contains(where: \.isNewline) else { return place }
        return Place(line: place.line, column: place.column + offset + (isPlain ? 0 : 1))
    }

    /// The lines from its start to that of the last thing in it.
    var lines: ClosedRange<Int> { place.line...max(place.line, lastLine) }

    private var lastLine: Int {
        switch content {
        case .scalar, .deferred: place.line
        case .list(let elements): elements.last?.lastLine ?? place.line
        case .mapping(let entries): entries.last?.value.lastLine ?? place.line
        }
    }

    /// What kind of thing it is, in words for people.
    var kindName: String {
        switch content {
        case .scalar: isEmpty ? "nothing" : isNull ? "null" : "a text"
        case .deferred: "a text from the page"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
