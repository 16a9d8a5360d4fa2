/// The arguments of a filter or a test as written, with the parameters that they are for.
struct ParameterArguments: Sendable {
    private let written: ArgumentList
    private let signature: Signature
    /// The arguments in the order of the parameters, if all of them are literals.
    private let constants: [ConstantValue?]?

    init(_ written: ArgumentList, for signature: Signature) {
        self.written = written
        self.signature = signature
        constants = Self.constants(written, signature)
    }

    func evaluate(_ frame: inout TemplateFrame, at offset: Int) throws(TemplateError) -> BoundArguments {
        if let constants {
            return BoundArguments(
                signature: signature, constants: constants, run: frame.context.run, offset: offset)
        }
        if written.named.isEmpty, written.spreadList == nil, written.spreadMap == nil,
            signature.takes(written.positional.count)
        {
            var values: [TemplateValue?] = []
            values.reserveCapacity(written.positional.count)
            for index in written.positional.indices { values.append(try written.positional[index].evaluate(&frame)) }
            return BoundArguments(signature: signature, values: values, run: frame.context.run, offset: offset)
        }
        return try signature.bind(try written.evaluate(&frame), at: offset)
    }

    /// The values of literals; nil when an argument is none, or does not fit, which is told when it is used.
    private static func constants(_ written: ArgumentList, _ signature: Signature) -> [ConstantValue?]? {
        let parameters = signature.parameters
        guard written.spreadList == nil, written.spreadMap == nil, written.positional.count <= parameters.count
        else { return nil }
        var constants: [ConstantValue?] = []
        for argument in written.positional {
            guard let literal = argument as? Literal else { return nil }
            constants.append(literal.value)
        }
        for argument in written.named {
            guard let literal = argument.value as? Literal, let index = parameters.firstIndex(of: argument.name)
            else { return nil }
            guard index >= constants.count || constants[index] == nil else { return nil }
            constants += repeatElement(nil, count: max(0, index + 1 - constants.count))
            constants[index] = literal.value
        }
        let required = constants.prefix(signature.required)
        return required.count == signature.required && required.allSatisfy { $0 != nil } ? constants : nil
    }
}
