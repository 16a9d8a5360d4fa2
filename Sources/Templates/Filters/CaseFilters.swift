extension TemplateFilter {
    static let caseFilters = [
        changing("upper") { $0.uppercased() },
        changing("lower") { TextCase.lowered($0) },
        changing("capitalize") { TextCase.capitalized($0) },
        // Jinja2 puts the words together anew, so that markup does not stay markup.
        TemplateFilter("title") { (value, arguments, _) throws(TemplateError) in
            .string(titled(try value.text(at: arguments.offset)))
        },
    ]

    /// A filter that changes a text, and keeps markup markup.
    private static func changing(_ name: String, _ change: @escaping @Sendable (String) -> String) -> TemplateFilter {
        TemplateFilter(name) { (value, arguments, _) throws(TemplateError) in
            value.withText(change(try value.text(at: arguments.offset)))
        }
    }

    /// The first letter in upper case, which for some letters is not that of titles, and the others in lower case.
    private static func initialed(_ word: String) -> String {
        guard let first = word.unicodeScalars.first else { return "" }
        return first.properties.uppercaseMapping + TextCase.lowered(String(word.unicodeScalars.dropFirst()))
    }

    /// Capitalizes after white space, hyphens and opening brackets.
    private static func titled(_ text: String) -> String {
        var result = ""
        var word = Substring.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if TemplateText.isSpace(scalar) || "-({[<".unicodeScalars.contains(scalar) {
                result += initialed(String(word))
                word = Substring.UnicodeScalarView()
                result.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        return result + initialed(String(word))
    }
}
