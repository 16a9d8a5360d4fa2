/// A filter: a function of a value and arguments, by its name in templates.
struct TemplateFilter: Sendable {
    typealias Function =
        @Sendable (TemplateValue, BoundArguments, FilterContext) throws(TemplateError) -> TemplateValue

    let signature: Signature
    /// What the filter does. `run` does it on the rendering's account.
    let apply: Function
    private let isSimple: Bool

    /// - Parameter parameters: As in `Signature`.
    init(_ name: String, _ parameters: [String] = [], _ apply: @escaping Function) {
        self.init(Signature(name, parameters), apply)
    }

    init(_ signature: Signature, _ apply: @escaping Function) {
        self.signature = signature
        self.apply = apply
        isSimple = Self.simple.contains(signature.callee)
    }

    /// Filters that take one step whatever their value, and make nothing.
    private static let simple: Set<String> = [
        "abs", "attr", "default", "first", "float", "int", "last", "length", "round", "safe", "string",
    ]

    /// Applies the filter, and takes the steps and the room for it.
    func run(_ value: TemplateValue, _ arguments: BoundArguments, _ context: FilterContext) throws(TemplateError)
        -> TemplateValue
    {
        let (run, offset) = (arguments.run, arguments.offset)
        if isSimple {
            try run.work(at: offset)
            return try apply(value, arguments, context)
        }
        switch value {
        case .list(let list): try run.look(through: list.count, at: offset)
        case .map(let map): try run.look(through: map.count, at: offset)
        case .string(let text), .markup(let text): try run.look(through: text.utf8.count >> 6, at: offset)
        case .undefined, .none, .bool, .integer, .number, .object: try run.work(at: offset)
        }
        let result = try apply(value, arguments, context)
        try run.made(result, at: offset)
        return result
    }

    private static let all: [String: TemplateFilter] = {
        let filters =
            textFilters + caseFilters + markupFilters + numberFilters + listFilters + selectionFilters + sortFilters
            + mapFilters + formatFilters + linkFilters + commandFilters
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
