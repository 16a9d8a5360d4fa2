import Markup

extension TemplateFilter {
    static let textFilters = [
        TemplateFilter("default", ["default_value?", "boolean?"]) { value, arguments, _ in
            let isMissing = value.isUndefined || (arguments.isTrue(1) && !value.isTrue)
            return isMissing ? arguments.given(0) ?? .string("") : value
        },
        TemplateFilter("string") { (value, arguments, _) throws(TemplateError) in
            value.string == nil ? .string(try value.text(at: arguments.offset)) : value
        },
        TemplateFilter("trim", ["chars?"]) { (value, arguments, _) throws(TemplateError) in
            let text = try value.text(at: arguments.offset)
            guard let characters = try arguments.text(0) else { return value.withText(TemplateText.trimmed(text)) }
            let set = Set(characters.unicodeScalars)
            return value.withText(TemplateText.trimmed(text) { set.contains($0) })
        },
        TemplateFilter("replace", ["old", "new", "count?"]) { (value, arguments, context) throws(TemplateError) in
            let old = arguments.value(0)
            let new = arguments.value(1)
            let limit = try arguments.integer(2)
            let offset = arguments.offset
            let pattern = try old.text(at: offset)
            // Markup stays markup, and what comes into it is escaped.
            let isMarkup = context.escapes && (value.hasHTML || old.hasHTML || new.hasHTML)
            let text = isMarkup ? try value.html(at: offset) : try value.text(at: offset)
            let replacement = isMarkup ? try new.html(at: offset) : try new.text(at: offset)
            try TextGrowth.check(
                replacing: pattern, with: replacement, in: text, limit: limit, arguments.run, at: offset)
            let replaced = TemplateText.replacing(text, pattern, with: replacement, limit: limit)
            return isMarkup ? .markup(replaced) : .string(replaced)
        },
        TemplateFilter("truncate", ["length?", "killwords?", "end?", "leeway?"]) {
            (value, arguments, _) throws(TemplateError) in
            try truncate(value, arguments)
        },
        TemplateFilter("center", ["width?"]) { (value, arguments, _) throws(TemplateError) in
            let text = try value.text(at: arguments.offset)
            let width = try arguments.integer(0) ?? 80
            let padding = width - min(width, TemplateText.length(text))
            guard padding > 0 else { return value.withText(text) }
            try arguments.run.checkRoom(for: padding, "the centered text", at: arguments.offset)
            let left = padding / 2 + (padding & width & 1)
            return value.withText(
                String(repeating: " ", count: left) + text + String(repeating: " ", count: padding - left))
        },
        TemplateFilter("indent", ["width?", "first?", "blank?"]) { (value, arguments, _) throws(TemplateError) in
            try indent(value, arguments)
        },
        TemplateFilter("wordcount") { (value, arguments, _) throws(TemplateError) in
            let text = try value.text(at: arguments.offset)
            let words = text.unicodeScalars.split { !PythonText.isWord($0) }
            return .integer(words.count)
        },
        TemplateFilter("wordwrap", ["width?", "break_long_words?", "wrapstring?", "break_on_hyphens?"]) {
            (value, arguments, _) throws(TemplateError) in
            let width = try arguments.integer(0) ?? 79
            guard width > 0 else { throw arguments.invalid(0, expected: "1 or more") }
            let wrap = WordWrap(
                width: width, breaksLongWords: arguments.isTrue(1, default: true),
                breaksOnHyphens: arguments.isTrue(3, default: true))
            guard let text = value.string else { throw .unsupported("wordwrap", value, at: arguments.offset) }
            let separator = arguments[2] ?? .string("\n")
            var lines = TemplateText.lines(text).map { wrap.lines(of: $0) }
            // Lines lose their markup; a separator that is markup escapes them.
            if separator.isMarkup { lines = lines.map { $0.map { HTMLText.escaped($0) } } }
            let mark = try separator.text(at: arguments.offset)
            let count = lines.reduce(0) { $0 + $1.count }
            try arguments.run.checkRoom(for: count, times: mark.utf8.count, "the wrapped text", at: arguments.offset)
            return separator.withText(lines.map { $0.joined(separator: mark) }.joined(separator: mark))
        },
    ]

    private static func truncate(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        if value.isUndefined { return value }
        guard let text = value.string else { throw .unsupported("truncate", value, at: arguments.offset) }
        let length = try arguments.integer(0) ?? 255
        let end = try arguments.text(2) ?? "..."
        let leeway = try arguments.integer(3) ?? 5
        guard length >= TemplateText.length(end) else {
            throw arguments.invalid(0, expected: "at least as long as \"\(end)\"")
        }
        guard leeway >= 0 else { throw arguments.invalid(3, expected: "0 or more") }
        let limit = length.addingReportingOverflow(leeway)
        guard !limit.overflow, TemplateText.length(text) > limit.partialValue else { return value.withText(text) }
        var kept = TemplateText.prefix(text, length - TemplateText.length(end))
        if !arguments.isTrue(1), let space = kept.utf8.lastIndex(of: UInt8(ascii: " ")) {
            kept = String(kept[..<space])
        }
        let isMarkup = value.isMarkup || arguments[2]?.isMarkup == true
        guard isMarkup else { return .string(kept + end) }
        let ending = arguments[2] ?? .string(end)
        return .markup((value.isMarkup ? kept : HTMLText.escaped(kept)) + (try ending.html(at: arguments.offset)))
    }

    private static func indent(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        guard let text = value.string else { throw .unsupported("indent", value, at: arguments.offset) }
        var indentation: String
        if let string = arguments.given(0)?.string {
            indentation = string
        } else {
            let width = try arguments.integer(0) ?? 4
            try arguments.run.checkRoom(for: max(0, width), "the indentation", at: arguments.offset)
            indentation = String(repeating: " ", count: max(0, width))
        }
        var lines = TemplateText.lines(text + "\n")
        try arguments.run.checkRoom(
            for: lines.count, times: indentation.utf8.count, "the indented text", at: arguments.offset)
        let indentsBlank = arguments.isTrue(2)
        for index in lines.indices.dropFirst() where indentsBlank || !lines[index].isEmpty {
            lines[index] = indentation + lines[index]
        }
        let result = lines.joined(separator: "\n")
        return value.withText(arguments.isTrue(1) ? indentation + result : result)
    }
}

extension TemplateFilter {
    static let formatFilters = [
        TemplateFilter("format", ["*"]) { (value, arguments, _) throws(TemplateError) in
            guard arguments.rest.isEmpty || arguments.named.isEmpty else {
                throw TemplateError(.invalidFormat("values have names, or none has"), at: arguments.offset)
            }
            let values: PercentFormat.Values =
                arguments.named.isEmpty
                ? .several(arguments.rest) : .named(BraceFormat.table(arguments.named))
            return try PercentFormat.format(value, values, arguments.run, at: arguments.offset)
        }
    ]
}
