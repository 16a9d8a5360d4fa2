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
            let isMarkup = context.escapes && (value.isMarkup || old.isMarkup || new.isMarkup)
            guard isMarkup else {
                let text = try value.text(at: offset)
                return .string(TemplateText.replacing(text, pattern, with: try new.text(at: offset), limit: limit))
            }
            let html = try value.html(at: offset)
            return .markup(TemplateText.replacing(html, pattern, with: try new.html(at: offset), limit: limit))
        },
        TemplateFilter("truncate", ["length?", "killwords?", "end?", "leeway?"]) {
            (value, arguments, _) throws(TemplateError) in
            try truncate(value, arguments)
        },
        TemplateFilter("center", ["width?"]) { (value, arguments, _) throws(TemplateError) in
            let text = try value.text(at: arguments.offset)
            let width = min(try arguments.integer(0) ?? 80, Arithmetic.lengthLimit)
            let padding = width - TemplateText.length(text)
            guard padding > 0 else { return value.withText(text) }
            let left = padding / 2 + (padding & width & 1)
            return value.withText(
                String(repeating: " ", count: left) + text + String(repeating: " ", count: padding - left))
        },
        TemplateFilter("indent", ["width?", "first?", "blank?"]) { (value, arguments, _) throws(TemplateError) in
            try indent(value, arguments)
        },
        TemplateFilter("wordcount") { (value, arguments, _) throws(TemplateError) in
            let text = try value.text(at: arguments.offset)
            let words = text.unicodeScalars.split {
                !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
            }
            return .integer(words.count)
        },
        TemplateFilter("wordwrap", ["width?", "break_long_words?", "wrapstring?", "break_on_hyphens?"]) {
            (value, arguments, _) throws(TemplateError) in
            let wrap = WordWrap(
                width: try arguments.integer(0) ?? 79, breaksLongWords: arguments.isTrue(1, default: true),
                breaksOnHyphens: arguments.isTrue(3, default: true))
            let lines = TemplateText.lines(try value.text(at: arguments.offset)).map { wrap.lines(of: $0) }
            let separator = try arguments.text(2) ?? "\n"
            return value.withText(lines.map { $0.joined(separator: separator) }.joined(separator: separator))
        },
    ]

    private static func truncate(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let text = try value.text(at: arguments.offset)
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
        return value.withText(kept + (value.isMarkup ? HTMLText.escaped(end) : end))
    }

    private static func indent(_ value: TemplateValue, _ arguments: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        let text = try value.text(at: arguments.offset)
        let indentation: String
        if let string = arguments.given(0)?.string {
            indentation = string
        } else {
            let width = try arguments.integer(0) ?? 4
            guard width <= 1000 else { throw arguments.invalid(0, expected: "1000 at most") }
            indentation = String(repeating: " ", count: max(0, width))
        }
        var lines = TemplateText.lines(text + "\n")
        let indentsBlank = arguments.isTrue(2)
        for index in lines.indices.dropFirst() where indentsBlank || !lines[index].isEmpty {
            lines[index] = indentation + lines[index]
        }
        let result = lines.joined(separator: "\n")
        return value.withText(arguments.isTrue(1) ? indentation + result : result)
    }
}
