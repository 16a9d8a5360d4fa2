/// A test: a question about a value, by its name after `is`.
struct TemplateTest: Sendable {
    typealias Function = @Sendable (TemplateValue, BoundArguments) throws(TemplateError) -> Bool

    let signature: Signature
    let apply: Function

    /// - Parameter parameters: As in `Signature`.
    init(_ name: String, _ parameters: [String] = [], _ apply: @escaping Function) {
        signature = Signature(name, parameters)
        self.apply = apply
    }

    private static let all: [String: TemplateTest] = {
        var all: [String: TemplateTest] = [:]
        for test in kindTests + numberTests + textTests + comparisonTests { all[test.signature.callee] = test }
        let aliases = [
            "==": "eq", "equalto": "eq", "!=": "ne", "<": "lt", "lessthan": "lt", "<=": "le", ">": "gt",
            "greaterthan": "gt", ">=": "ge",
        ]
        for (alias, name) in aliases { all[alias] = all[name] }
        return all
    }()

    static func named(_ name: String) -> TemplateTest? { all[name] }
    static var names: some Sequence<String> { all.keys.sorted() }
}
