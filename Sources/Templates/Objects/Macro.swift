/// A macro, or the body of a `{% call %}`, as compiled.
final class MacroDefinition: Sendable {
    struct Parameter: Sendable {
        let name: String
        let slot: Int
        let fallback: (any Expression)?
    }

    let name: String
    let parameters: [Parameter]
    /// Where each parameter stands among all.
    let indices: [String: Int]
    let body: TemplateBody
    /// How many values of the surrounding scopes it sees; its own come after them.
    let outerSlots: Int
    let slotCount: Int
    let nesting: Int
    /// Where `varargs`, `kwargs` and `caller` are kept.
    let implicitSlots: ImplicitSlots

    struct ImplicitSlots: Sendable {
        let varargs: Int
        let kwargs: Int
        let caller: Int
        /// Whether the body uses them; without, more arguments are an error.
        let usesVarargs: Bool
        let usesKwargs: Bool
        let usesCaller: Bool
    }

    init(
        name: String, parameters: [Parameter], body: TemplateBody, outerSlots: Int, slotCount: Int, nesting: Int,
        implicitSlots: ImplicitSlots
    ) {
        self.name = name
        self.parameters = parameters
        indices = Dictionary(parameters.indices.map { (parameters[$0].name, $0) }) { first, _ in first }
        self.body = body
        self.outerSlots = outerSlots
        self.slotCount = slotCount
        self.nesting = nesting
        self.implicitSlots = implicitSlots
    }
}

/// A macro with the names it sees.
final class Macro: CallableObject {
    private let definition: MacroDefinition
    private let template: Template
    private let context: RenderContext
    private let escapes: Bool
    private var outerSlots: ArraySlice<TemplateValue?>

    var name: String { definition.name }
    override var typeName: String { "the macro \"\(definition.name)\"" }

    init(_ definition: MacroDefinition, in frame: borrowing TemplateFrame) {
        self.definition = definition
        template = frame.template
        context = frame.context
        escapes = frame.escapes
        outerSlots = frame.slots.prefix(definition.outerSlots)
    }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        for case let value? in outerSlots { value.release(into: &holders) }
        outerSlots = []
    }

    override func member(_ name: String) -> TemplateValue? {
        switch name {
        case "name": .string(definition.name)
        case "arguments": .tuple(definition.parameters.map { .string($0.name) })
        case "catch_varargs": .bool(definition.implicitSlots.usesVarargs)
        case "catch_kwargs": .bool(definition.implicitSlots.usesKwargs)
        case "caller": .bool(definition.implicitSlots.usesCaller || definition.indices["caller"] != nil)
        default: nil
        }
    }

    /// Lets the macro see a value that was assigned after it was made, such as itself.
    func see(_ value: TemplateValue, in slot: Int) {
        guard outerSlots.indices.contains(slot) else { return }
        outerSlots[slot] = value
        context.run.hold(self)
    }

    override func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
        try context.run.look(through: definition.slotCount, at: offset)
        var slots: [TemplateValue?] = []
        slots.reserveCapacity(definition.slotCount)
        slots += outerSlots
        slots += repeatElement(nil, count: definition.slotCount - slots.count)
        var inner = TemplateFrame(template: template, context: context, slots: slots)
        inner.escapes = escapes
        try bind(arguments, &inner, at: offset)
        let caller = frame.template
        do {
            try context.run.enter(definition.nesting, at: offset)
            defer { context.run.leave(definition.nesting) }
            try run(&inner, to: &output)
            return .written
        } catch {
            throw caller === template ? error : error.reached(from: caller.source, at: offset)
        }
    }

    private func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        do {
            let parameters = definition.parameters
            for index in parameters.indices where frame.slots[parameters[index].slot] == nil {
                let value = try parameters[index].fallback?.evaluate(&frame) ?? .undefined(parameters[index].name)
                frame.slots[parameters[index].slot] = value
            }
            try definition.body.run(&frame, to: &output)
        } catch {
            throw error.placed(in: template.source)
        }
    }

    /// Puts arguments in the places of their parameters. The body of a `{% call %}` is an argument named `caller`.
    private func bind(_ arguments: Arguments, _ frame: inout TemplateFrame, at offset: Int) throws(TemplateError) {
        let parameters = definition.parameters
        let implicit = definition.implicitSlots
        let count = min(parameters.count, arguments.positional.count)
        for index in 0..<count { frame.slots[parameters[index].slot] = arguments.positional[index] }
        if implicit.usesVarargs {
            frame.slots[implicit.varargs] = .tuple(Array(arguments.positional.dropFirst(parameters.count)))
        } else if arguments.positional.count > parameters.count {
            throw TemplateError(.tooManyArguments(callee: definition.name, limit: parameters.count), at: offset)
        }
        var others: ValueMap?
        var caller: TemplateValue?
        func bind(_ name: String, _ value: TemplateValue) throws(TemplateError) {
            if let index = definition.indices[name], index >= count {
                frame.slots[parameters[index].slot] = value
            } else if name == "caller", implicit.usesCaller {
                caller = value
            } else if definition.indices[name] != nil {
                throw TemplateError(.duplicateArgument(name), at: offset)
            } else if implicit.usesKwargs {
                let map = others ?? ValueMap()
                map.set(value, forKey: name)
                others = map
            } else {
                throw TemplateError(.unknownArgument(callee: definition.name, name: name), at: offset)
            }
        }
        for argument in arguments.named { try bind(argument.name, argument.value) }
        if let body = arguments.caller { try bind("caller", .object(body)) }
        if implicit.usesKwargs { frame.slots[implicit.kwargs] = .map(others ?? ValueMap()) }
        if implicit.usesCaller { frame.slots[implicit.caller] = caller ?? .undefined("caller") }
    }
}
