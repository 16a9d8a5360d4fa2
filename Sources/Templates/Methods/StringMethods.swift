import Markup

/// The methods of strings.
enum StringMethods {
    static let names =
        [
            "upper", "lower", "title", "capitalize", "swapcase", "casefold", "strip", "lstrip", "rstrip", "split",
            "rsplit",
            "splitlines", "partition", "rpartition", "startswith", "endswith", "removeprefix", "removesuffix", "find",
            "rfind", "index", "rindex", "count", "replace", "join", "format", "format_map", "zfill", "center", "ljust",
            "rjust", "expandtabs", "unescape", "striptags",
        ] + StringQuestions.names

    private static let signatures: [String: Signature] = {
        let parameters: [String: [String]] = [
            "strip": ["chars?"], "lstrip": ["chars?"], "rstrip": ["chars?"], "split": ["sep?", "maxsplit?"],
            "rsplit": ["sep?", "maxsplit?"], "splitlines": ["keepends?"], "partition": ["sep"], "rpartition": ["sep"],
            "startswith": ["prefix", "start?", "end?"], "endswith": ["suffix", "start?", "end?"],
            "removeprefix": ["prefix"], "removesuffix": ["suffix"], "find": ["sub", "start?", "end?"],
            "rfind": ["sub", "start?", "end?"], "index": ["sub", "start?", "end?"],
            "rindex": ["sub", "start?", "end?"], "count": ["sub", "start?", "end?"],
            "replace": ["old", "new", "count?"], "join": ["iterable"], "zfill": ["width"],
            "center": ["width", "fillchar?"], "ljust": ["width", "fillchar?"], "rjust": ["width", "fillchar?"],
            "expandtabs": ["tabsize?"], "format": ["*"], "format_map": ["mapping"],
        ]
        var signatures: [String: Signature] = [:]
        for name in names { signatures[name] = Signature(name, parameters[name] ?? []) }
        return signatures
    }()

    static func call(_ name: String, on value: TemplateValue, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        guard let text = value.string, let signature = signatures[name] else { return nil }
        if name == "format" {
            return try BraceFormat.format(
                value, arguments.positional, named: BraceFormat.table(arguments.named), arguments.run, at: offset)
        }
        let bound = try signature.bind(arguments, at: offset)
        try bound.run.look(through: text.utf8.count / 64, at: offset)
        switch name {
        case "upper": return value.withText(text.uppercased())
        case "lower": return value.withText(TextCase.lowered(text))
        case "capitalize": return value.withText(TextCase.capitalized(text))
        case "title": return value.withText(TextCase.titled(text))
        case "swapcase": return value.withText(TextCase.swapped(text))
        case "casefold": return value.withText(TextCase.folded(text))
        case "strip": return try strip(value, text, bound, start: true, end: true)
        case "lstrip": return try strip(value, text, bound, start: true, end: false)
        case "rstrip": return try strip(value, text, bound, start: false, end: true)
        case "split", "rsplit", "splitlines", "partition", "rpartition":
            return try StringDivision(value: value, text: text, bound: bound).apply(name)
        case "startswith", "endswith", "find", "rfind", "index", "rindex", "count":
            return try StringSearch(text: text, bound: bound).apply(name)
        case "removeprefix":
            let prefix = try bound.string(0)
            return value.withText(
                text.utf8.starts(with: prefix.utf8)
                    ? String(text.unicodeScalars.dropFirst(prefix.unicodeScalars.count)) : text)
        case "removesuffix":
            let suffix = try bound.string(0)
            let hasSuffix = !suffix.isEmpty && TemplateText.hasSuffix(text, suffix)
            return value.withText(
                hasSuffix ? String(text.unicodeScalars.dropLast(suffix.unicodeScalars.count)) : text)
        case "replace": return try replace(value, text, bound)
        case "join": return try join(value, text, bound)
        case "zfill", "center", "ljust", "rjust": return try pad(name, value, text, bound)
        case "expandtabs": return try expandTabs(value, text, bound)
        case "unescape" where value.isMarkup: return .string(MarkupText.unescaped(text))
        case "striptags" where value.isMarkup: return .string(MarkupText.withoutTags(text))
        case "format_map":
            guard case .map(let map) = bound.value(0) else { throw bound.invalid(0, expected: "a dictionary") }
            return try BraceFormat.format(value, [], named: { map.value(forKey: $0) }, bound.run, at: offset)
        default: return StringQuestions.answer(name, text).map { .bool($0) }
        }
    }

    private static func replace(_ value: TemplateValue, _ text: String, _ bound: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let new = value.isMarkup ? try bound.value(1).html(at: bound.offset) : try bound.string(1)
        let old = try bound.string(0)
        let limit = try bound.integer(2)
        try TextGrowth.check(replacing: old, with: new, in: text, limit: limit, bound.run, at: bound.offset)
        return value.withText(TemplateText.replacing(text, old, with: new, limit: limit))
    }

    private static func join(_ value: TemplateValue, _ text: String, _ bound: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let list = try bound.value(0).elements(bound.run, at: bound.offset)
        var joined = BoundedText(bound.run, "the joined text", at: bound.offset)
        for index in 0..<list.count {
            let element = list[index]
            if index > 0 { try joined.append(text) }
            if value.isMarkup {
                try joined.append(try element.html(at: bound.offset))
            } else {
                guard let part = element.string else { throw bound.invalid(0, expected: "a list of strings") }
                try joined.append(part)
            }
        }
        return value.withText(joined.text)
    }

    private static func strip(_ value: TemplateValue, _ text: String, _ bound: BoundArguments, start: Bool, end: Bool)
        throws(TemplateError) -> TemplateValue
    {
        guard bound[0] != nil else { return value.withText(TemplateText.trimmed(text, start: start, end: end)) }
        let set = Set(try bound.string(0).unicodeScalars)
        return value.withText(TemplateText.trimmed(text, start: start, end: end) { set.contains($0) })
    }

    private static func pad(_ name: String, _ value: TemplateValue, _ text: String, _ bound: BoundArguments)
        throws(TemplateError) -> TemplateValue
    {
        guard let width = try bound.integer(0) else { throw bound.invalid(0, expected: "an integer") }
        let missing = width - min(width, TemplateText.length(text))
        var filler = name == "zfill" ? "0" : " "
        if name != "zfill", bound[1] != nil {
            filler = try bound.string(1)
            guard TemplateText.length(filler) == 1 else { throw bound.invalid(1, expected: "one character") }
            if value.isMarkup { filler = HTMLText.escaped(filler) }
            guard TemplateText.length(filler) == 1 else { throw bound.invalid(1, expected: "one character") }
        }
        try bound.run.checkRoom(for: missing, times: filler.utf8.count, "the padded text", at: bound.offset)
        func fill(_ count: Int) -> String { String(repeating: filler, count: count) }
        switch name {
        case "ljust": return value.withText(text + fill(missing))
        case "rjust": return value.withText(fill(missing) + text)
        case "center":
            let left = missing / 2 + (missing & width & 1)
            return value.withText(fill(left) + text + fill(missing - left))
        default:
            let sign = text.hasPrefix("-") || text.hasPrefix("+") ? text.prefix(1) : ""
            return value.withText(sign + fill(missing) + text.dropFirst(sign.count))
        }
    }

    private static func expandTabs(_ value: TemplateValue, _ text: String, _ bound: BoundArguments)
        throws(TemplateError) -> TemplateValue
    {
        let size = max(0, try bound.integer(0) ?? 8)
        let tabs = TemplateText.count("\t", in: text)
        try bound.run.checkRoom(for: tabs, times: size, "the text without tabs", at: bound.offset)
        var result = String.UnicodeScalarView()
        var column = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t":
                let count = size == 0 ? 0 : size - column % size
                result.append(contentsOf: repeatElement(" ", count: count))
                column += count
            case "\n", "\r":
                result.append(scalar)
                column = 0
            default:
                result.append(scalar)
                column += 1
            }
        }
        return value.withText(String(result))
    }
}
