/// The arguments of a call as written.
struct ArgumentList: Sendable {
    var positional: [any Expression] = []
    var named: [(name: String, value: any Expression)] = []
    /// `*list`
    var spreadList: (any Expression)?
    /// `**dictionary`
    var spreadMap: (any Expression)?

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> Arguments {
        var arguments = Arguments()
        arguments.positional.reserveCapacity(positional.count)
        for argument in positional { arguments.positional.append(try argument.evaluate(&frame)) }
        if let spreadList {
            arguments.positional += try spreadList.evaluate(&frame).elements(at: spreadList.offset).values
        }
        for argument in named { arguments.named.append((argument.name, try argument.value.evaluate(&frame))) }
        if let spreadMap {
            let value = try spreadMap.evaluate(&frame)
            guard case .map(let map) = value else {
                throw .unsupported("\"**\"", value, at: spreadMap.offset)
            }
            for index in 0..<map.count {
                arguments.named.append((try map.key(at: index).text(at: spreadMap.offset), map.value(at: index)))
            }
        }
        return arguments
    }
}

/// A call, which a `{% call %}` can give a body to.
protocol CallExpression: Expression {
    func call(_ frame: inout TemplateFrame, caller: Macro?) throws(TemplateError) -> CallResult
}

/// What a call gives: a value, or rendered HTML.
enum CallResult {
    case value(TemplateValue)
    case rendered(Dynamic)
}

extension CallExpression {
    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        switch try call(&frame, caller: nil) {
        case .value(let value): value
        case .rendered(let dynamic): frame.markup(dynamic.html)
        }
    }

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        try render(&frame, caller: nil)
    }

    func render(_ frame: inout TemplateFrame, caller: Macro?) throws(TemplateError) -> Dynamic {
        switch try call(&frame, caller: caller) {
        case .value(let value): try value.dynamic(escapes: frame.escapes, at: offset)
        case .rendered(let dynamic): dynamic
        }
    }
}

extension Dynamic {
    var html: String {
        var html = ""
        write(to: &html)
        return html
    }
}

/// `callee(...)`
struct FunctionCall: CallExpression {
    let callee: any Expression
    let arguments: ArgumentList
    let offset: Int

    func call(_ frame: inout TemplateFrame, caller: Macro?) throws(TemplateError) -> CallResult {
        let value = try callee.evaluate(&frame)
        var arguments = try arguments.evaluate(&frame)
        arguments.caller = caller
        return try value.call(arguments, &frame, at: offset)
    }
}

/// `base.name(...)`: a method of the value, or a member that can be called.
struct MethodCall: CallExpression {
    let base: any Expression
    let name: String
    let arguments: ArgumentList
    let offset: Int

    func call(_ frame: inout TemplateFrame, caller: Macro?) throws(TemplateError) -> CallResult {
        let value = try base.evaluate(&frame)
        var arguments = try arguments.evaluate(&frame)
        arguments.caller = caller
        if let result = try value.callMethod(name, arguments, at: offset) { return result }
        let member = value.member(name)
        if case .undefined = member { throw value.noMethod(name, at: offset) }
        return try member.call(arguments, &frame, at: offset)
    }
}

extension TemplateValue {
    func call(_ arguments: Arguments, _ frame: inout TemplateFrame, at offset: Int) throws(TemplateError) -> CallResult
    {
        switch self {
        case .object(let object): try object.call(arguments, &frame, at: offset)
        case .undefined(let name): throw TemplateError(.undefined(name), at: offset)
        case .none, .bool, .integer, .number, .string, .markup, .list, .map:
            throw TemplateError(.notCallable(typeName), at: offset)
        }
    }
}
