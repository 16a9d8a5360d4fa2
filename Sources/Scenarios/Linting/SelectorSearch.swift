/// Finds the CSS selectors in a file that fits a shape, wherever they stand, and what a person would say instead.
struct SelectorSearch {
    private(set) var warnings: [ScenarioProblem] = []

    mutating func search(_ value: Located, _ shape: Shape) {
        switch shape {
        case .selector: note(value)
        case .list(let element, _), .oneOrMore(let element): for item in value.elements { search(item, element) }
        case .dictionary(let element): for entry in value.entries { search(entry.value, element) }
        case .mapping(let mapping): search(value, mapping)
        case .short(let short, let mapping):
            if case .mapping = value.content { search(value, mapping) } else { search(value, short) }
        case .target: search(value, Shape.Mapping.target)
        case .steps:
            for entry in value.elements.flatMap(\.entries) {
                if let verb = Vocabulary.standard[entry.key] { search(entry.value, verb.argument) }
            }
        case .text, .someText, .fixedText, .longText, .textOrNull, .word, .integer, .boolean, .size, .duration, .clock,
            .serverAddress, .serverPage, .keys, .regularExpression, .json:
            break
        }
    }

    private mutating func search(_ value: Located, _ mapping: Shape.Mapping) {
        for entry in value.entries {
            if let key = mapping[entry.key] { search(entry.value, key.shape) }
        }
    }

    private mutating func note(_ value: Located) {
        guard let text = value.text else { return }
        let kind = ScenarioProblem.Kind.selectorTarget(text, better: Self.better(than: text))
        warnings.append(ScenarioProblem(path: value.path, place: value.place, kind: kind))
    }

    /// A target that says the same in a person's words, by the looks of a selector; nil when none is plain.
    static func better(than selector: String) -> String? {
        let attribute = #/\[(name|role|aria-label)=(?:"([^"]+)"|'([^']+)'|([^\]"'\s]+))\]$/#
        if let match = selector.firstMatch(of: attribute) {
            let value = TargetSpelling.quoted(String(match.2 ?? match.3 ?? match.4 ?? ""))
            switch match.1 {
            case "name": return "{ name: \(value) }"
            case "role": return "{ role: \(value), named: … }"
            case _: return "{ label: \(value) }, or a role with { named: \(value) }"
            }
        }
        let last = selector.split { " >+~,".contains($0) }.last ?? ""
        let tag = last.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if ["input", "textarea", "select"].contains(tag) { return "{ label: … }" }
        return roles[tag].map { "{ role: \($0), named: … }" }
    }

    private static let roles = [
        "a": "link", "button": "button", "dialog": "dialog", "form": "form", "h1": "heading", "h2": "heading",
        "h3": "heading", "li": "listitem", "main": "main", "nav": "navigation", "ol": "list", "option": "option",
        "table": "table", "td": "cell", "th": "columnheader", "tr": "row", "ul": "list",
    ]
}
