/// The parameters of a filter, test, method or global function.
final class Signature: Sendable {
    /// What it is called in messages.
    let callee: String
    let parameters: [String]
    /// How many of them have no default.
    let required: Int
    /// Whether it takes any number of arguments beyond.
    let takesRest: Bool

    /// - Parameter parameters: Names in order; an optional one ends in `?`, a last `*` stands for any number more.
    init(_ callee: String, _ parameters: [String]) {
        self.callee = callee
        takesRest = parameters.last == "*"
        let names = takesRest ? parameters.dropLast() : parameters[...]
        required = names.count { $0.last != "?" }
        self.parameters = names.map { $0.last == "?" ? String($0.dropLast()) : $0 }
    }

    /// Takes values in the order of the parameters; nil when there are too few or too many.
    func bind(_ values: [TemplateValue?], _ run: TemplateRun, at offset: Int) -> BoundArguments? {
        guard values.count >= required, values.count <= parameters.count else { return nil }
        return BoundArguments(signature: self, values: values, run: run, offset: offset)
    }

    /// Puts arguments in the order of the parameters.
    func bind(_ arguments: Arguments, at offset: Int) throws(TemplateError) -> BoundArguments {
        var bound = BoundArguments(
            signature: self, values: Array(arguments.positional.prefix(parameters.count)), run: arguments.run,
            offset: offset)
        if arguments.positional.count > parameters.count {
            guard takesRest else {
                throw TemplateError(.tooManyArguments(callee: callee, limit: parameters.count), at: offset)
            }
            bound.rest = Array(arguments.positional.dropFirst(parameters.count))
        }
        for argument in arguments.named {
            if let index = parameters.firstIndex(of: argument.name) {
                guard bound.given(index) == nil else {
                    throw TemplateError(.duplicateArgument(argument.name), at: offset)
                }
                bound.set(argument.value, at: index)
            } else if takesRest {
                bound.named.append(argument)
            } else {
                throw TemplateError(.unknownArgument(callee: callee, name: argument.name), at: offset)
            }
        }
        for index in 0..<required where bound.given(index) == nil {
            throw TemplateError(.missingArgument(callee: callee, name: parameters[index]), at: offset)
        }
        return bound
    }
}
