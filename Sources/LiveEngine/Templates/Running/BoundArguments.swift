/// Arguments in the order of their parameters, with readers that say what is wrong with one.
struct BoundArguments {
    let signature: Signature
    var values: [TemplateValue?]
    var rest: [TemplateValue] = []
    var named: [(name: String, value: TemplateValue)] = []
    let offset: Int

    init(signature: Signature, values: [TemplateValue?], offset: Int) {
        self.signature = signature
        self.values = values
        self.offset = offset
    }

    /// The value of a parameter; nil when it was not given, or given as nothing.
    subscript(index: Int) -> TemplateValue? {
        guard let value = values[index], !value.isNone else { return nil }
        return value
    }

    /// The value of a required parameter.
    func value(_ index: Int) -> TemplateValue { values[index] ?? .none }

    func isTrue(_ index: Int, default fallback: Bool = false) -> Bool { values[index]?.isTrue ?? fallback }

    func integer(_ index: Int) throws(TemplateError) -> Int? {
        guard let value = self[index] else { return nil }
        guard let integer = value.integer ?? value.double.flatMap({ Int(exactly: $0) }) else {
            throw invalid(index, expected: "an integer")
        }
        return integer
    }

    func text(_ index: Int) throws(TemplateError) -> String? {
        guard let value = self[index] else { return nil }
        return try value.text(at: offset)
    }

    func path(_ index: Int) throws(TemplateError) -> AttributePath? {
        guard let value = self[index] else { return nil }
        guard let path = AttributePath(value) else { throw invalid(index, expected: "a name or an index") }
        return path
    }

    func invalid(_ index: Int, expected: String) -> TemplateError {
        TemplateError(
            .invalidArgument(
                callee: signature.callee, name: signature.parameters[index], expected: expected,
                found: value(index).typeName),
            at: offset)
    }
}
