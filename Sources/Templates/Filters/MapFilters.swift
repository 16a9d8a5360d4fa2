extension TemplateFilter {
    static let mapFilters = [
        TemplateFilter("items") { (value, arguments, _) throws(TemplateError) in
            switch value {
            case .map(let map): .list(map.items)
            case .undefined: .list([TemplateValue]())
            case .none, .bool, .integer, .number, .string, .markup, .list, .object:
                throw .unsupported("items", value, at: arguments.offset)
            }
        },
        TemplateFilter("attr", ["name"]) { (value, arguments, _) throws(TemplateError) in
            try value.attribute(try arguments.string(0), arguments.run, at: arguments.offset)
        },
    ]
}
