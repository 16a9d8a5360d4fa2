import Markup

/// The methods of strings that look for others in them.
struct StringSearch {
    let text: String
    let bound: BoundArguments

    func apply(_ name: String) throws(TemplateError) -> TemplateValue {
        let isWhole = bound[1] == nil && bound[2] == nil
        let index = bound.run.index(of: text)
        let start = clamp(try bound.integer(1) ?? 0, index.count)
        let end = clamp(try bound.integer(2) ?? index.count, index.count)
        // Beyond the end not even the empty text is found.
        let isBeyond = try bound.integer(1) ?? 0 > index.count || start > end
        let part = isWhole ? text : index.text(start..<max(start, end))
        if name == "startswith" || name == "endswith" {
            let affixes = try affixes()
            return .bool(!isBeyond && affixes.contains { Self.matches(part, $0, atEnd: name == "endswith") })
        }
        let sought = try bound.string(0)
        if name == "count" { return .integer(isBeyond ? 0 : TemplateText.count(sought, in: part)) }
        let isLast = name == "rfind" || name == "rindex"
        let found =
            isBeyond ? nil : isLast ? TemplateText.findLast(sought, in: part) : TemplateText.find(sought, in: part)
        if let found {
            let before = part.withBytes { bytes in bytes[..<found].count { $0 & 0xC0 != 0x80 } }
            return .integer(start + before)
        }
        guard name == "find" || name == "rfind" else { throw bound.failed("a text that is not found") }
        return .integer(-1)
    }

    private static func matches(_ text: String, _ affix: String, atEnd: Bool) -> Bool {
        atEnd ? TemplateText.hasSuffix(text, affix) : text.utf8.starts(with: affix.utf8)
    }

    /// One text, or a tuple of several.
    private func affixes() throws(TemplateError) -> [String] {
        guard case .list(let list) = bound.value(0), list.isTuple else { return [try bound.string(0)] }
        var affixes: [String] = []
        for index in 0..<list.count {
            guard let affix = list[index].string else {
                throw bound.invalid(0, expected: "a string or a tuple of strings")
            }
            affixes.append(affix)
        }
        return affixes
    }

    private func clamp(_ index: Int, _ count: Int) -> Int { min(max(index < 0 ? index + count : index, 0), count) }
}
