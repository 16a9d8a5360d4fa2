import LiveProtocol

/// JSON for people: indented, in colours, and never more than can be read.
struct JSONLines {
    private static let mostLines = 400
    private static let mostMembers = 100
    private static let longestString = 500
    private static let deepest = 24

    private(set) var lines: [StyledText] = []

    /// - Parameter indent: The columns before the value.
    init(_ value: JSONValue, indent: Int) {
        add(value, before: StyledText(Self.blanks(indent)), after: "", indent: indent, depth: 0)
        if lines.count > Self.mostLines {
            lines = Array(lines.prefix(Self.mostLines)) + [StyledText(Self.blanks(indent) + "…", ChromeStyle.quiet)]
        }
    }

    private mutating func add(_ value: JSONValue, before: StyledText, after: String, indent: Int, depth: Int) {
        guard lines.count <= Self.mostLines else { return }
        var line = before
        switch value {
        case .array(let items) where !items.isEmpty:
            addMembers(items.map { (nil, $0) }, in: ("[", "]"), before: before, after: after, indent: indent, depth)
            return
        case .object(let members) where !members.isEmpty:
            addMembers(
                members.map { ($0.key, $0.value) }, in: ("{", "}"), before: before, after: after, indent: indent, depth)
            return
        case .array: line.append("[]")
        case .object: line.append("{}")
        case .null, .bool, .integer, .number, .string: line.append(Self.scalar(value))
        }
        line.append(after)
        lines.append(line)
    }

    private mutating func addMembers(
        _ members: [(key: String?, value: JSONValue)], in brackets: (open: String, close: String), before: StyledText,
        after: String, indent: Int, _ depth: Int
    ) {
        var first = before
        guard depth < Self.deepest else {
            first.append("\(brackets.open)…\(brackets.close)\(after)")
            lines.append(first)
            return
        }
        first.append(brackets.open)
        lines.append(first)
        let inner = Self.blanks(indent + 2)
        for (place, member) in members.prefix(Self.mostMembers).enumerated() {
            var line = StyledText(inner)
            if let key = member.key {
                line.append(key, ChromeStyle.name)
                line.append(": ")
            }
            add(
                member.value, before: line, after: place + 1 < members.count ? "," : "", indent: indent + 2,
                depth: depth + 1)
        }
        if members.count > Self.mostMembers {
            lines.append(StyledText("\(inner)… \(members.count - Self.mostMembers) more", ChromeStyle.quiet))
        }
        lines.append(StyledText(Self.blanks(indent) + brackets.close + after))
    }

    private static func scalar(_ value: JSONValue) -> StyledText {
        switch value {
        case .string(let text):
            let cut = text.count > longestString ? String(text.prefix(longestString)) + "…" : text
            return StyledText(JSONValue.string(cut).json, ChromeStyle.string)
        case .integer, .number: return StyledText(value.json, ChromeStyle.number)
        case .null, .bool, .array, .object: return StyledText(value.json, ChromeStyle.word)
        }
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
