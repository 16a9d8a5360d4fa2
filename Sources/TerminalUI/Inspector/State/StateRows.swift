import LiveProtocol

/// The rows of what views hold: only those of what is unfolded are made.
struct StateRows {
    /// The way to a row: a part of the page, then what of it, then keys and places.
    typealias Path = [String]

    struct Row: Equatable {
        let path: Path
        let row: InspectorRow
        /// What it tells, for copying; nil for a heading.
        var value: JSONValue?
        /// The view or component that it is of.
        var part: InspectedPart?
    }

    /// More members than this are gathered in groups, so that a long list stays a short tree.
    static let groupSize = 100
    private static let longestText = 200
    private static let mostFailures = 20

    /// What a person folded or unfolded, other than it is by itself.
    let toggled: Set<Path>
    let secrets: Secrets
    private(set) var rows: [Row] = []

    /// The part whose rows are being made.
    private var current: InspectedPart?

    init(of parts: [StatePart], toggled: Set<Path>, secrets: Secrets) {
        self.toggled = toggled
        self.secrets = secrets
        let isSmall = parts.lazy.filter { $0.ending == nil }.reduce(0) { $0 + $1.count } <= Self.mostOpenParts
        for part in parts { add(part, depth: 0, isOpen: part.ending == nil, isSmall: isSmall) }
    }

    /// Of more parts only the outermost are open by themselves.
    private static let mostOpenParts = 6

    // MARK: - Parts

    private mutating func add(_ part: StatePart, depth: Int, isOpen: Bool, isSmall: Bool) {
        current = part.part
        let path = [part.key]
        var title = StyledText(part.part.type, ChromeStyle.heading)
        let words = Self.words(for: part.part)
        if !words.isEmpty { title.append("  \(words)", ChromeStyle.quiet) }
        if let ending = part.ending { title.append("  \(ending)", ChromeStyle.failure) }
        let isOpen = isUnfolded(path, byItself: isOpen)
        append(
            path,
            InspectorRow(
                depth: depth, fold: isOpen ? .unfolded : .folded, text: title,
                isChanged: part.isTouched && part.now() != part.before()))
        guard isOpen else { return }
        addContent(of: part, at: path, depth: depth + 1)
        for inner in part.parts {
            add(inner, depth: depth + 1, isOpen: isSmall && part.ending == nil, isSmall: isSmall)
        }
    }

    private mutating func addContent(of part: StatePart, at path: Path, depth: Int) {
        guard let inspection = part.now() else { return }
        let old = part.isTouched ? part.before() : inspection
        add(inspection.context, old?.context, "context", at: path + ["context"], depth: depth, isOpen: true)
        if !inspection.isWhole {
            append(
                path + ["cut"],
                InspectorRow(depth: depth + 1, text: StyledText("… its beginning; it is very large", ChromeStyle.quiet))
            )
        }
        if part.part.role != .component {
            add(
                .object(inspection.flash), old.map { .object($0.flash) }, "flash", at: path + ["flash"], depth: depth,
                isOpen: true)
        }
        addFailures(inspection.failures.reversed(), at: path + ["failures"], depth: depth)
    }

    private static func words(for part: InspectedPart) -> String {
        switch part.role {
        case .main: ""
        case .nested: "nested view \(part.name)"
        case .sticky: "sticky view \(part.name)"
        case .component: "component \(part.name)"
        }
    }

    private mutating func append(_ path: Path, _ row: InspectorRow, value: JSONValue? = nil) {
        rows.append(Row(path: path, row: row, value: value, part: current))
    }

    private mutating func addFailures(_ failures: some Collection<String>, at path: Path, depth: Int) {
        guard !failures.isEmpty else { return }
        let isOpen = isUnfolded(path, byItself: true)
        var title = StyledText("failures", ChromeStyle.failure)
        title.append("  newest first", ChromeStyle.quiet)
        append(path, InspectorRow(depth: depth, fold: isOpen ? .unfolded : .folded, text: title))
        guard isOpen else { return }
        for (place, failure) in failures.prefix(Self.mostFailures).enumerated() {
            append(
                path + [String(place)],
                InspectorRow(
                    depth: depth + 1, text: StyledText("✗ \(secrets.hidden(in: failure))", ChromeStyle.failure)),
                value: .string(failure))
        }
    }

    // MARK: - Values

    private func isUnfolded(_ path: Path, byItself: Bool) -> Bool { byItself != toggled.contains(path) }

    private mutating func add(
        _ value: JSONValue, _ old: JSONValue?, _ label: String, at path: Path, depth: Int, isOpen: Bool = false,
        isNew: Bool = false
    ) {
        let isChanged = isNew || old.map { $0 != value } ?? false
        let value = secrets.isSecret(label) ? secrets.member(label, value) : value
        let count = value.memberCount
        var line = StyledText(label, ChromeStyle.name)
        guard count > 0 else {
            line.append(": ")
            line.append(scalar(value))
            append(path, InspectorRow(depth: depth, text: line, isChanged: isChanged), value: value)
            return
        }
        let isOpen = isUnfolded(path, byItself: isOpen)
        line.append("  \(value.sizeWords)", ChromeStyle.quiet)
        if !isOpen { line.append("  \(value.preview(secrets))", ChromeStyle.quiet) }
        append(
            path, InspectorRow(depth: depth, fold: isOpen ? .unfolded : .folded, text: line, isChanged: isChanged),
            value: value)
        if isOpen { addMembers(of: value, old, 0..<count, at: path, depth: depth + 1) }
    }

    /// The members of a range; of many, groups of them.
    private mutating func addMembers(
        of value: JSONValue, _ old: JSONValue?, _ range: Range<Int>, at path: Path, depth: Int
    ) {
        guard range.count > Self.groupSize else {
            for place in range {
                guard let (label, member) = value.member(at: place) else { continue }
                let before = old?.member(like: label, at: place)
                add(
                    member, before, label, at: path + [label], depth: depth, isNew: old != nil && before == nil)
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
                    return old.member(like: label, at: place).map { $0 != member } ?? true
                }
            }
            let text = StyledText("[\(group.lowerBound) … \(group.upperBound - 1)]", ChromeStyle.quiet)
            append(
                groupPath,
                InspectorRow(
                    depth: depth, fold: isOpen ? .unfolded : .folded, text: text, isChanged: isChanged ?? false))
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
        // A bare `nil` would be the value null.
        case .array(let items): items.indices.contains(place) ? items[place] : .none
        case .object(let members): members[label]
        case .null, .bool, .integer, .number, .string: .none
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
