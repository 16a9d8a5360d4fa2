extension TemplateFilter {
    static let caseFilters = [
        changing("upper") { $0.uppercased() },
        changing("lower") { $0.lowercased() },
        changing("capitalize") { TemplateText.capitalized($0) },
        changing("title", titled),
    ]

    /// A filter that changes a text, and keeps markup markup.
    private static func changing(_ name: String, _ change: @escaping @Sendable (String) -> String) -> TemplateFilter {
        TemplateFilter(name) { (value, arguments, _) throws(TemplateError) in
            value.withText(change(try value.text(at: arguments.offset)))
        }
    }

    /// Capitalizes after white space, hyphens and opening brackets.
    private static func titled(_ text: String) -> String {
        var result = ""
        var word = Substring.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if TemplateText.isSpace(scalar) || "-({[<".unicodeScalars.contains(scalar) {
                result += TemplateText.capitalized(String(word))
                word = Substring.UnicodeScalarView()
                result.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        return result + TemplateText.capitalized(String(word))
    }
}
