/// The methods of strings.
enum StringMethods {
    static let names = [
        "upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "partition", "startswith",
        "endswith", "replace", "join", "format", "zfill",
    ]

    private static let signatures: [String: Signature] = {
        let parameters: [String: [String]] = [
            "strip": ["chars?"], "lstrip": ["chars?"], "rstrip": ["chars?"], "split": ["sep?", "maxsplit?"],
            "partition": ["sep"], "startswith": ["prefix"], "endswith": ["suffix"],
            "replace": ["old", "new", "count?"],
            "join": ["iterable"], "zfill": ["width"],
        ]
        var signatures: [String: Signature] = [:]
        for name in names { signatures[name] = Signature(name, parameters[name] ?? []) }
        return signatures
    }()

    static func call(_ name: String, on value: TemplateValue, _ arguments: Arguments, at offset: Int)
        throws(TemplateError) -> TemplateValue?
    {
        guard let text = value.string, let signature = signatures[name] else { return nil }
        if name == "format" { return try BraceFormat.format(value, arguments, at: offset) }
        let bound = try signature.bind(arguments, at: offset)
        switch name {
        case "upper": return value.withText(text.uppercased())
        case "lower": return value.withText(text.lowercased())
        case "capitalize": return value.withText(TemplateText.capitalized(text))
        case "title": return value.withText(titled(text))
        case "strip": return try strip(value, text, bound, start: true, end: true)
        case "lstrip": return try strip(value, text, bound, start: true, end: false)
        case "rstrip": return try strip(value, text, bound, start: false, end: true)
        case "split": return try split(value, text, bound)
        case "partition": return try partition(value, text, bound)
        case "startswith": return .bool(text.utf8.starts(with: (try bound.text(0) ?? "").utf8))
        case "endswith": return .bool(text.utf8.reversed().starts(with: (try bound.text(0) ?? "").utf8.reversed()))
        case "replace":
            let new = value.isMarkup ? try bound.value(1).html(at: offset) : try bound.value(1).text(at: offset)
            let old = try bound.text(0) ?? ""
            return value.withText(TemplateText.replacing(text, old, with: new, limit: try bound.integer(2)))
        case "join":
            var parts: [String] = []
            for element in try bound.value(0).elements(at: offset).values {
                parts.append(value.isMarkup ? try element.html(at: offset) : try element.text(at: offset))
            }
            return value.withText(parts.joined(separator: text))
        case "zfill":
            let missing = min(try bound.integer(0) ?? 0, Arithmetic.lengthLimit) - TemplateText.length(text)
            let sign = text.hasPrefix("-") || text.hasPrefix("+") ? text.prefix(1) : ""
            return value.withText(
                sign + String(repeating: "0", count: max(0, missing)) + text.dropFirst(sign.count))
        default: return nil
        }
    }

    private static func strip(_ value: TemplateValue, _ text: String, _ bound: BoundArguments, start: Bool, end: Bool)
        throws(TemplateError) -> TemplateValue
    {
        guard let characters = try bound.text(0) else {
            return value.withText(TemplateText.trimmed(text, start: start, end: end))
        }
        let set = Set(characters.unicodeScalars)
        return value.withText(TemplateText.trimmed(text, start: start, end: end) { set.contains($0) })
    }

    private static func split(_ value: TemplateValue, _ text: String, _ bound: BoundArguments) throws(TemplateError)
        -> TemplateValue
    {
        guard let separator = try bound.text(0) else {
            return .list(TemplateText.words(text).map { value.withText($0) })
        }
        guard !separator.isEmpty else { throw bound.invalid(0, expected: "not empty") }
        let parts = TemplateText.split(text, by: separator, limit: try bound.integer(1) ?? -1)
        return .list(parts.map { value.withText($0) })
    }

    private static func partition(_ value: TemplateValue, _ text: String, _ bound: BoundArguments)
        throws(TemplateError) -> TemplateValue
    {
        let separator = try bound.text(0) ?? ""
        guard !separator.isEmpty else { throw bound.invalid(0, expected: "not empty") }
        let parts = TemplateText.split(text, by: separator, limit: 1)
        return .tuple(
            [parts[0], parts.count > 1 ? separator : "", parts.count > 1 ? parts[1] : ""].map { value.withText($0) })
    }

    /// Capitalizes every run of letters.
    private static func titled(_ text: String) -> String {
        var result = ""
        var isInWord = false
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            result += isInWord ? properties.lowercaseMapping : properties.titlecaseMapping
            isInWord = properties.isCased
        }
        return result
    }
}
