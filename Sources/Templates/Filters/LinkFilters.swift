extension TemplateFilter {
    static let linkFilters = [
        TemplateFilter("urlize", ["trim_url_limit?", "nofollow?", "target?", "rel?", "extra_schemes?"]) {
            (value, arguments, context) throws(TemplateError) in
            try linked(value, arguments, context)
        },
        TemplateFilter("pprint") { (value, arguments, _) throws(TemplateError) in
            .string(try PrettyText.text(of: value, arguments.run, at: arguments.offset))
        },
    ]

    private static func linked(
        _ value: TemplateValue, _ arguments: BoundArguments, _ context: FilterContext
    ) throws(TemplateError) -> TemplateValue {
        var relations: Set<String> = ["noopener"]
        relations.formUnion(TemplateText.words(try arguments.text(3) ?? ""))
        if arguments.isTrue(1) { relations.insert("nofollow") }
        var links = Links()
        links.trimLimit = try arguments.integer(0)
        links.rel = relations.sorted(by: TemplateText.precedes).joined(separator: " ")
        links.target = try arguments.text(2)
        if let schemes = arguments[4] {
            for scheme in try schemes.elements(arguments.run, at: arguments.offset).values {
                let text = try scheme.text(at: arguments.offset)
                guard isScheme(text) else { throw arguments.invalid(4, expected: "schemes such as \"tel:\"") }
                links.extraSchemes.append(text)
            }
        }
        let html = try value.html(at: arguments.offset)
        let added = (links.target?.utf8.count ?? 0) + (links.rel?.utf8.count ?? 0)
        try arguments.run.checkRoom(for: html.utf8.count / 4, times: added, "the links", at: arguments.offset)
        let linked = links.linked(html)
        return context.escapes ? .markup(linked) : .string(linked)
    }

    /// `name:`, with up to two slashes.
    private static func isScheme(_ text: String) -> Bool {
        guard let colon = text.unicodeScalars.firstIndex(of: ":") else { return false }
        let name = text.unicodeScalars[..<colon]
        let slashes = text.unicodeScalars[colon...].dropFirst()
        return name.count >= 2 && name.allSatisfy { PythonText.isWord($0) || ".+-".unicodeScalars.contains($0) }
            && slashes.count <= 2 && slashes.allSatisfy { $0 == "/" }
    }
}
