/// A filter: a function of a value and arguments, by its name in templates.
struct TemplateFilter: Sendable {
    typealias Function =
        @Sendable (TemplateValue, BoundArguments, FilterContext) throws(TemplateError) -> TemplateValue

    let signature: Signature
    let apply: Function

    /// - Parameter parameters: As in `Signature`.
    init(_ name: String, _ parameters: [String] = [], _ apply: @escaping Function) {
        self.init(Signature(name, parameters), apply)
    }

    init(_ signature: Signature, _ apply: @escaping Function) {
        self.signature = signature
        self.apply = apply
    }

    private static let all: [String: TemplateFilter] = {
        let filters =
            textFilters + caseFilters + markupFilters + numberFilters + listFilters + selectionFilters + sortFilters
            + mapFilters + formatFilters + commandFilters + uploadFilters
        var all = Dictionary(filters.map { ($0.signature.callee, $0) }) { first, _ in first }
        for (alias, name) in ["d": "default", "e": "escape", "count": "length"] { all[alias] = all[name] }
        return all
    }()

    static func named(_ name: String) -> TemplateFilter? { all[name] }
    static var names: some Sequence<String> { all.keys.sorted() }
}

/// What a filter knows of the place where it is used.
struct FilterContext: Sendable {
    /// Whether text is escaped there.
    let escapes: Bool
}
