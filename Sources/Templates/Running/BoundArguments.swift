/// Arguments in the order of their parameters, with readers that say what is wrong with one.
struct BoundArguments {
    /// The arguments of the first parameters; those beyond were not given.
    private enum Values {
        case evaluated([TemplateValue?])
        /// Arguments that are all written in the template, without an array for each call.
        case constants([ConstantValue?])
    }

    /// What few calls have, apart so that other calls do not carry it.
    private final class Surplus {
        var rest: [TemplateValue] = []
        var named: [(name: String, value: TemplateValue)] = []
    }

    let signature: Signature
    private var values: Values
    private var surplus: Surplus?
    let run: TemplateRun
    let offset: Int

    init(signature: Signature, values: [TemplateValue?], run: TemplateRun, offset: Int) {
        self.signature = signature
        self.values = .evaluated(values)
        self.run = run
        self.offset = offset
    }

    init(signature: Signature, constants: [ConstantValue?], run: TemplateRun, offset: Int) {
        self.signature = signature
        self.values = .constants(constants)
        self.run = run
        self.offset = offset
    }

    /// The positional arguments beyond the parameters.
    var rest: [TemplateValue] { surplus?.rest ?? [] }
    /// The named arguments that no parameter has.
    var named: [(name: String, value: TemplateValue)] { surplus?.named ?? [] }

    /// Adds arguments beyond the parameters.
    mutating func add(rest: [TemplateValue] = [], named: [(name: String, value: TemplateValue)] = []) {
        let surplus = surplus ?? Surplus()
        surplus.rest += rest
        surplus.named += named
        self.surplus = surplus
    }

    /// The value of a parameter; nil when it was not given.
    func given(_ index: Int) -> TemplateValue? {
        switch values {
        case .evaluated(let values): index < values.count ? values[index] : nil
        case .constants(let constants): index < constants.count ? constants[index]?.templateValue : nil
        }
    }

    /// The value of a parameter; nil when it was not given, or given as nothing.
    subscript(index: Int) -> TemplateValue? {
        guard let value = given(index), !value.isNone else { return nil }
        return value
    }

    /// The value of a required parameter.
    func value(_ index: Int) -> TemplateValue { given(index) ?? .none }

    func isTrue(_ index: Int, default fallback: Bool = false) -> Bool { given(index)?.isTrue ?? fallback }

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
