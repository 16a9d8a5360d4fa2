import LiveProtocol

/// The rows of what views hold: only those of what is unfolded are made.
struct StateRows {
    /// The way to a row: a part of the page, then what of it, then keys and places.
    typealias Path = [String]

    struct Row: Equatable {
        let path: Path
        let row: InspectorRow
        /// The value as JSON text, for copying; nil for a heading.
        var value: JSONValue?
    }

    /// More members than this are gathered in groups, so that a long list stays a short tree.
    static let groupSize = 100
    private static let longestText = 200
    private static let mostFailures = 20

    /// What a person folded or unfolded, other than it is by itself.
    let toggled: Set<Path>
    let secrets: Secrets
    private(set) var rows: [Row] = []

    init(of part: InspectedPart, before: InspectedPart?, toggled: Set<Path>, secrets: Secrets) {
        self.toggled = toggled
        self.secrets = secrets
        add(part, before: before, depth: 0)
    }

    // MARK: - Parts

    private mutating func add(_ part: InspectedPart, before root: InspectedPart?, depth: Int) {
        let path = [part.id]
        let old = root?.part(part.id)
        var title = StyledText(part.name, ChromeStyle.heading)
        if !part.note.isEmpty { title.append("  \(part.note)", ChromeStyle.quiet) }
        if part.isOver { title.append("  has ended; this is what it held last", ChromeStyle.failure) }
        // Of parts in parts, the outer two levels are open.
        let isOpen = isUnfolded(path, byItself: depth < 2)
        rows.append(
            Row(
                path: path,
                row: InspectorRow(
                    depth: depth, fold: isOpen ? .unfolded : .folded, text: title,
                    isChanged: root != nil && old != part)))
        guard isOpen else { return }
        add(part.context, old?.context, "context", at: path + ["context"], depth: depth + 1, isOpen: true)
        if let flash = part.flash {
            add(
                .object(flash), old?.flash.map { .object($0) }, "flash", at: path + ["flash"], depth: depth + 1,
                isOpen: true)
        }
        addFailures(of: part, at: path + ["failures"], depth: depth + 1)
        for inner in part.parts { add(inner, before: root, depth: depth + 1) }
    }

    private mutating func addFailures(of part: InspectedPart, at path: Path, depth: Int) {
        guard !part.failures.isEmpty else { return }
        let isOpen = isUnfolded(path, byItself: true)
        var title = StyledText("failures", ChromeStyle.failure)
        title.append("  newest first", ChromeStyle.quiet)
        rows.append(
            Row(path: path, row: InspectorRow(depth: depth, fold: isOpen ? .unfolded : .folded, text: title)))
        guard isOpen else { return }
        for (place, failure) in part.failures.prefix(Self.mostFailures).enumerated() {
            let text = StyledText("✗ \(secrets.hidden(in: failure))", ChromeStyle.failure)
            rows.append(
                Row(
                    path: path + [String(place)], row: InspectorRow(depth: depth + 1, text: text),
                    value: .string(failure)))
        }
    }

    // MARK: - Values

    private func isUnfolded(_ path: Path, byItself: Bool) -> Bool { byItself != toggled.contains(path) }

    private mutating func add(
        _ value: JSONValue, _ old: JSONValue?, _ label: String, at path: Path, depth: Int, isOpen: Bool = false
    ) {
        let value = secrets.isSecret(label) ? secrets.member(label, value) : value
        let isChanged = old.map { $0 != value } ?? false
        let count = value.memberCount
        var line = StyledText(label, ChromeStyle.name)
        guard count > 0 else {
            line.append(": ")
            line.append(scalar(value))
            rows.append(
                Row(path: path, row: InspectorRow(depth: depth, text: line, isChanged: isChanged), value: value))
            return
        }
        let isOpen = isUnfolded(path, byItself: isOpen)
        line.append("  \(value.sizeWords)", ChromeStyle.quiet)
        if !isOpen { line.append("  \(value.preview(secrets))", ChromeStyle.quiet) }
        rows.append(
            Row(
                path: path,
                row: InspectorRow(depth: depth, fold: isOpen ? .unfolded : .folded, text: line, isChanged: isChanged),
                value: value))
        if isOpen { addMembers(of: value, old, 0..<count, at: path, depth: depth + 1) }
    }

    /// The members of a range; of many, groups of them.
    private mutating func addMembers(
        of value: JSONValue, _ old: JSONValue?, _ range: Range<Int>, at path: Path, depth: Int
    ) {
        guard range.count > Self.groupSize else {
            for place in range {
                guard let (label, member) = value.member(at: place) else { continue }
                add(member, old?.member(like: label, at: place), label, at: path + [label], depth: depth)
            }
            return
        }
        var size = Self.groupSize
        while range.count > size * Self.groupSize { size *= Self.groupSize }
        for start in stride(from: range.lowerBound, to: range.upperBound, by: size) {
            let group = start..<min(start + size, range.upperBound)
            let groupPath = path + ["\(group.lowerBound)…\(group.upperBound - 1)"]
            let isOpen = isUnfolded(groupPath, byItself: false)
            let isChanged = old.map { old in
                group.contains { place in
                    guard let (label, member) = value.member(at: place) else { return false }
                    return old.member(like: label, at: place) != member
                }
            }
            let text = StyledText("[\(group.lowerBound) … \(group.upperBound - 1)]", ChromeStyle.quiet)
            rows.append(
                Row(
                    path: groupPath,
                    row: InspectorRow(
                        depth: depth, fold: isOpen ? .unfolded : .folded, text: text, isChanged: isChanged ?? false)))
            if isOpen { addMembers(of: value, old, group, at: path, depth: depth + 1) }
        }
    }

    private func scalar(_ value: JSONValue) -> StyledText {
        switch value {
        case .string(let text):
            let hidden = secrets.hidden(in: text.count > Self.longestText ? text.prefix(Self.longestText) + "…" : text)
            return StyledText(JSONValue.string(hidden).json, ChromeStyle.string)
        case .integer, .number: return StyledText(value.json, ChromeStyle.number)
        case .null, .bool: return StyledText(value.json, ChromeStyle.word)
        case .array: return StyledText("[]", ChromeStyle.quiet)
        case .object: return StyledText("{}", ChromeStyle.quiet)
        }
    }
}

extension JSONValue {
    /// How many values are right in it.
    fileprivate var memberCount: Int {
        switch self {
        case .array(let items): items.count
        case .object(let members): members.count
        case .null, .bool, .integer, .number, .string: 0
        }
    }

    fileprivate func member(at place: Int) -> (label: String, value: JSONValue)? {
        switch self {
        case .array(let items): return (String(place), items[place])
        case .object(let members):
            let (key, value) = members.elements[place]
            return (key, value)
        case .null, .bool, .integer, .number, .string: return nil
        }
    }

    /// The member of another value that stands for one here.
    fileprivate func member(like label: String, at place: Int) -> JSONValue? {
        switch self {
        case .array(let items): items.indices.contains(place) ? items[place] : nil
        case .object(let members): members[label]
        case .null, .bool, .integer, .number, .string: nil
        }
    }

    fileprivate var sizeWords: String {
        if case .array(let items) = self { "[\(items.count)]" } else { "{\(memberCount)}" }
    }

    /// The first members in a few words.
    fileprivate func preview(_ secrets: Secrets) -> String {
        let most = 4
        let parts = (0..<min(most, memberCount)).compactMap { place -> String? in
            guard let (label, value) = member(at: place) else { return nil }
            let text =
                switch secrets.member(label, value) {
                case .string(let text): "\"\(text.prefix(20))\(text.count > 20 ? "…" : "")\""
                case .array(let items): items.isEmpty ? "[]" : "[…]"
                case .object(let members): members.isEmpty ? "{}" : "{…}"
                case .null, .bool, .integer, .number: value.json
                }
            if case .array = self { return text }
            return "\(label): \(text)"
        }
        return parts.joined(separator: ", ") + (memberCount > most ? ", …" : "")
    }
}
