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

    /// Whether so many arguments by position fit the parameters alone.
    func takes(_ count: Int) -> Bool { count >= required && count <= parameters.count }

    /// Puts arguments in the order of the parameters.
    func bind(_ arguments: Arguments, at offset: Int) throws(TemplateError) -> BoundArguments {
        var rest: [TemplateValue] = []
        var values: [TemplateValue?] = []
        if arguments.positional.count > parameters.count {
            guard takesRest else {
                throw TemplateError(.tooManyArguments(callee: callee, limit: parameters.count), at: offset)
            }
            rest = parameters.isEmpty ? arguments.positional : Array(arguments.positional.dropFirst(parameters.count))
        }
        if !parameters.isEmpty { values = arguments.positional.prefix(parameters.count).map { $0 } }
        var named: [(name: String, value: TemplateValue)] = []
        for argument in arguments.named {
            if let index = parameters.firstIndex(of: argument.name) {
                if index >= values.count { values += repeatElement(nil, count: index + 1 - values.count) }
                guard values[index] == nil else {
                    throw TemplateError(.duplicateArgument(argument.name), at: offset)
                }
                values[index] = argument.value
            } else if takesRest {
                named.append(argument)
            } else {
                throw TemplateError(.unknownArgument(callee: callee, name: argument.name), at: offset)
            }
        }
        for index in 0..<required where index >= values.count || values[index] == nil {
            throw TemplateError(.missingArgument(callee: callee, name: parameters[index]), at: offset)
        }
        var bound = BoundArguments(signature: self, values: values, run: arguments.run, offset: offset)
        if !rest.isEmpty || !named.isEmpty { bound.add(rest: rest, named: named) }
        return bound
    }
}
