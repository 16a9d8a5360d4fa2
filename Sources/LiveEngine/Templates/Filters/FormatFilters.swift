extension TemplateFilter {
    static let formatFilters = [
        TemplateFilter("format", ["*"]) { (value, arguments, _) throws(TemplateError) in
            let named = arguments.named
            return try PercentFormat.format(
                value, arguments.rest, { name in named.first { $0.name == name }?.value }, at: arguments.offset)
        }
    ]
}
