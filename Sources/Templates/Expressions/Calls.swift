/// The arguments of a call as written.
struct ArgumentList: Sendable {
    var positional: [any Expression] = []
    var named: [(name: String, value: any Expression)] = []
    /// `*list`
    var spreadList: (any Expression)?
    /// `**dictionary`
    var spreadMap: (any Expression)?

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> Arguments {
        var arguments = Arguments(run: frame.context.run)
        arguments.positional.reserveCapacity(positional.count)
        for index in positional.indices { arguments.positional.append(try positional[index].evaluate(&frame)) }
        if let spreadList {
            arguments.positional += try spreadList.evaluate(&frame)
                .elements(frame.context.run, at: spreadList.offset).values
        }
        for argument in named { arguments.named.append((argument.name, try argument.value.evaluate(&frame))) }
        if let spreadMap {
            let value = try spreadMap.evaluate(&frame)
            guard case .map(let map) = value else {
                throw .unsupported("\"**\"", value, at: spreadMap.offset)
            }
            try frame.context.run.look(through: map.count, at: spreadMap.offset)
            for index in 0..<map.count {
                arguments.named.append((try map.key(at: index).text(at: spreadMap.offset), map.value(at: index)))
            }
        }
        return arguments
    }
}

/// A call, which a `{% call %}` can give a body to.
protocol CallExpression: Expression {
    func call(
        _ frame: inout TemplateFrame, to output: inout TemplateOutput, caller: CallableObject?
    ) throws(TemplateError) -> CallResult
}

extension CallExpression {
    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var output = TemplateOutput.html()
        switch try call(&frame, to: &output, caller: nil) {
        case .value(let value): return value
        case .written:
            let value = frame.markup(output.text)
            try frame.context.run.made(value, at: offset)
            return value
        }
    }

    func write(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try write(&frame, to: &output, caller: nil)
    }

    func write(
        _ frame: inout TemplateFrame, to output: inout TemplateOutput, caller: CallableObject?
    ) throws(TemplateError) {
        switch try call(&frame, to: &output, caller: caller) {
        case .value(let value): try output.append(value, frame, at: offset)
        case .written: break
        }
    }
}

/// `callee(...)`
final class FunctionCall: CallExpression {
    let callee: any Expression
    let arguments: ArgumentList
    let offset: Int

    init(callee: any Expression, arguments: ArgumentList, offset: Int) {
        self.callee = callee
        self.arguments = arguments
        self.offset = offset
    }

    func call(
        _ frame: inout TemplateFrame, to output: inout TemplateOutput, caller: CallableObject?
    ) throws(TemplateError) -> CallResult {
        let value = try callee.evaluate(&frame)
        var arguments = try arguments.evaluate(&frame)
        arguments.caller = caller
        return try value.call(arguments, &frame, to: &output, at: offset)
    }
}

/// `base.name(...)`: a method of the value, or a member that can be called.
final class MethodCall: CallExpression {
    let base: any Expression
    let name: String
    let arguments: ArgumentList
    let offset: Int
    /// Whether the method changes a list or a dictionary.
    private let isChanging: Bool

    init(base: any Expression, name: String, arguments: ArgumentList, offset: Int) {
        isChanging = CollectionChange(rawValue: name) != nil
        self.base = base
        self.name = name
        self.arguments = arguments
        self.offset = offset
    }

    func call(
        _ frame: inout TemplateFrame, to output: inout TemplateOutput, caller: CallableObject?
    ) throws(TemplateError) -> CallResult {
        let value = try subject(&frame)
        var arguments = try arguments.evaluate(&frame)
        arguments.caller = caller
        if let result = try value.callMethod(name, arguments, to: &output, at: offset) { return result }
        let member = value.member(name)
        if case .undefined = member { throw value.noMethod(name, at: offset) }
        return try member.call(arguments, &frame, to: &output, at: offset)
    }

    /// The value whose method is called. One that the method changes is the rendering's own.
    private func subject(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        let value = try base.evaluate(&frame)
        guard isChanging, value.holder == nil, let variable = base as? Variable else { return value }
        let own = value.adopted
        if own.holder != nil { variable.assign(own, &frame) }
        return own
    }
}

extension TemplateValue {
    func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        switch self {
        case .object(let object as CallableObject): try object.call(arguments, &frame, to: &output, at: offset)
        case .undefined(let name): throw TemplateError(.undefined(name), at: offset)
        case .none, .bool, .integer, .number, .string, .markup, .list, .map, .object:
            throw TemplateError(.notCallable(typeName), at: offset)
        }
    }
}
