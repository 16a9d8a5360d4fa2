/// Arguments in the order of their parameters, with readers that say what is wrong with one.
struct BoundArguments {
    let signature: Signature
    /// The values of the first parameters; those beyond were not given.
    private var values: [TemplateValue?]
    /// The same for arguments that are all written in the template, without an array for each call.
    private let constants: [ConstantValue?]
    var rest: [TemplateValue] = []
    var named: [(name: String, value: TemplateValue)] = []
    let run: TemplateRun
    let offset: Int

    init(signature: Signature, values: [TemplateValue?], run: TemplateRun, offset: Int) {
        self.signature = signature
        self.values = values
        self.run = run
        self.offset = offset
        constants = []
    }

    init(signature: Signature, constants: [ConstantValue?], run: TemplateRun, offset: Int) {
        self.signature = signature
        self.run = run
        self.constants = constants
        self.offset = offset
        values = []
    }

    /// The value of a parameter; nil when it was not given.
    func given(_ index: Int) -> TemplateValue? {
        if index < constants.count { return constants[index]?.templateValue }
        return index < values.count ? values[index] : nil
    }

    /// The value of a parameter; nil when it was not given, or given as nothing.
    subscript(index: Int) -> TemplateValue? {
        guard let value = given(index), !value.isNone else { return nil }
        return value
    }

    /// The value of a required parameter.
    func value(_ index: Int) -> TemplateValue { given(index) ?? .none }

    func isTrue(_ index: Int, default fallback: Bool = false) -> Bool { given(index)?.isTrue ?? fallback }

    /// Gives a parameter its value.
    mutating func set(_ value: TemplateValue, at index: Int) {
        if index >= values.count { values += repeatElement(nil, count: index + 1 - values.count) }
        values[index] = value
    }

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

    /// The text of an argument that must be a string.
    func string(_ index: Int) throws(TemplateError) -> String {
        guard let text = value(index).string else { throw invalid(index, expected: "a string") }
        return text
    }

    func path(_ index: Int) throws(TemplateError) -> AttributePath? {
        guard let value = self[index] else { return nil }
        guard let path = AttributePath(value) else { throw invalid(index, expected: "a name or an index") }
        return path
    }

    /// The error that what was asked for cannot be done with a value.
    func failed(_ value: String) -> TemplateError {
        TemplateError(.unsupportedOperand(operation: signature.callee, left: value, right: nil), at: offset)
    }

    func invalid(_ index: Int, expected: String) -> TemplateError {
        TemplateError(
            .invalidArgument(
                callee: signature.callee, name: signature.parameters[index], expected: expected,
                found: value(index).typeName),
            at: offset)
    }
}
