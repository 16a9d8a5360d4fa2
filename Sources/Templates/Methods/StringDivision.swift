/// The methods of strings that divide them.
struct StringDivision {
    let value: TemplateValue
    let text: String
    let bound: BoundArguments

    func apply(_ name: String) throws(TemplateError) -> TemplateValue {
        let parts =
            switch name {
            case "split": try split(fromEnd: false)
            case "rsplit": try split(fromEnd: true)
            case "splitlines": TemplateText.lines(text, keepsEnds: bound.isTrue(0))
            case "partition": try partition(fromEnd: false)
            default: try partition(fromEnd: true)
            }
        let values = parts.map { value.withText($0) }
        return name.hasSuffix("partition") ? .tuple(values) : .list(values)
    }

    private func split(fromEnd: Bool) throws(TemplateError) -> [String] {
        let limit = try bound.integer(1) ?? -1
        guard bound[0] != nil else { return words(limit, fromEnd: fromEnd) }
        let separator = try self.separator()
        let parts = TemplateText.split(text, by: separator, limit: fromEnd ? -1 : limit)
        guard fromEnd, limit >= 0, parts.count > limit + 1 else { return parts }
        return rest(parts, limit, separator)
    }

    /// The last parts, and what is before them in one.
    private func rest(_ parts: [String], _ limit: Int, _ separator: String) -> [String] {
        let first = parts.prefix(parts.count - limit).joined(separator: separator)
        return [first] + parts.suffix(limit)
    }

    /// The words between white space, so many divisions at most; the rest keeps its inner white space.
    private func words(_ limit: Int, fromEnd: Bool) -> [String] {
        if limit < 0 { return TemplateText.words(text) }
        var words: [String] = []
        var scalars = Substring(TemplateText.trimmed(text, start: !fromEnd, end: fromEnd)).unicodeScalars
        while !scalars.isEmpty, words.count < limit {
            if fromEnd {
                let start = scalars.lastIndex(where: TemplateText.isSpace).map { scalars.index(after: $0) }
                words.append(String(scalars[(start ?? scalars.startIndex)...]))
                scalars = scalars[..<(start ?? scalars.startIndex)]
                while let last = scalars.last, TemplateText.isSpace(last) { scalars.removeLast() }
            } else {
                let end = scalars.firstIndex(where: TemplateText.isSpace) ?? scalars.endIndex
                words.append(String(scalars[..<end]))
                scalars = scalars[end...]
                while let first = scalars.first, TemplateText.isSpace(first) { scalars.removeFirst() }
            }
        }
        let rest = TemplateText.trimmed(String(scalars), start: fromEnd, end: !fromEnd)
        if !rest.isEmpty {
            words.append(fromEnd ? TemplateText.trimmed(String(scalars), start: false) : String(scalars))
        }
        return fromEnd ? words.reversed() : words
    }

    private func partition(fromEnd: Bool) throws(TemplateError) -> [String] {
        let separator = try self.separator()
        let parts = TemplateText.split(text, by: separator, limit: fromEnd ? -1 : 1)
        guard parts.count > 1 else { return fromEnd ? ["", "", text] : [text, "", ""] }
        guard fromEnd else { return [parts[0], separator, parts[1]] }
        let halves = rest(parts, 1, separator)
        return [halves[0], separator, halves[1]]
    }

    private func separator() throws(TemplateError) -> String {
        let separator = try bound.string(0)
        guard !separator.isEmpty else { throw bound.invalid(0, expected: "not empty") }
        return separator
    }
}
