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
