import HTMLTree

/// Writes targets as a scenario file has them.
enum TargetSpelling {
    /// A target in YAML's flow style, which can be pasted into a step.
    static func text(of target: Target) -> String {
        if target.isShort, case .short(let text) = target.query { return quoted(text) }
        var pairs = [pair(of: target.query)]
        if let named = target.named { pairs.append("named: \(quoted(named))") }
        if let within = target.within.first { pairs.append("within: \(text(of: within))") }
        if let nth = target.nth { pairs.append("nth: \(nth)") }
        return "{ \(pairs.joined(separator: ", ")) }"
    }

    private static func pair(of query: TargetQuery) -> String {
        switch query {
        case .short(let text): "text: \(quoted(text))"
        case .label(let text): "label: \(quoted(text))"
        case .role(let role): "role: \(quoted(role))"
        case .text(let text): "text: \(quoted(text))"
        case .name(let name): "name: \(quoted(name))"
        case .flash(let key): "flash: \(quoted(key))"
        case .css(let selector): "css: \(quoted(selector.text))"
        }
    }

    /// A text as YAML takes it: in quotes where it would be read as something else without.
    static func quoted(_ text: String) -> String {
        let isWord = ["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
        guard isWord || !isPlain(text) else { return text }
        var escaped = ""
        for character in text {
            switch character {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\t": escaped += "\\t"
            case let character: escaped.append(character)
            }
        }
        return "\"\(escaped)\""
    }

    /// Whether a text is letters, digits and a few signs, a letter first, with single blanks between.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first == "_", text.last != " ", !text.contains("  ") else {
            return false
        }
        return text.allSatisfy { $0.isLetter || $0.isNumber || " _./-".contains($0) }
    }
}
