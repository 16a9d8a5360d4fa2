/// A macro with the names it sees.
final class Macro: TemplateObject, RenderingValues {
    private let definition: MacroDefinition
    private let template: Template
    private let context: RenderContext
    private let escapes: Bool
    private var outerSlots: ArraySlice<TemplateValue?>

    var typeName: String { "the macro \"\(definition.name)\"" }
    var isCallable: Bool { true }

    init(_ definition: MacroDefinition, in frame: borrowing TemplateFrame) {
        self.definition = definition
        template = frame.template
        context = frame.context
        escapes = frame.escapes
        outerSlots = frame.slots.prefix(definition.outerSlots)
    }

    func member(_ name: String) -> TemplateValue? { name == "name" ? .string(definition.name) : nil }

    /// Lets the macro see a value that was assigned after it was made.
    func see(_ value: TemplateValue, in slot: Int) {
        guard outerSlots.indices.contains(slot) else { return }
        outerSlots[slot] = value
        context.run.note(self)
    }

    func letGo() { outerSlots = [] }

    func call(
        _ arguments: Arguments, _ frame: inout TemplateFrame, to output: inout TemplateOutput, at offset: Int
    ) throws(TemplateError) -> CallResult {
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

    private func bind(_ arguments: Arguments, _ frame: inout TemplateFrame, at offset: Int) throws(TemplateError) {
        let parameters = definition.parameters
        let implicit = definition.implicitSlots
        for index in 0..<min(parameters.count, arguments.positional.count) {
            frame.slots[parameters[index].slot] = arguments.positional[index]
        }
        if arguments.positional.count > parameters.count, !implicit.usesVarargs {
            throw TemplateError(.tooManyArguments(callee: definition.name, limit: parameters.count), at: offset)
        }
        if implicit.usesVarargs {
            frame.slots[implicit.varargs] = .tuple(Array(arguments.positional.dropFirst(parameters.count)))
        }
        var others: [(TemplateValue, TemplateValue)] = []
        for argument in arguments.named {
            if let parameter = parameters.first(where: { $0.name == argument.name }) {
                guard frame.slots[parameter.slot] == nil else {
                    throw TemplateError(.duplicateArgument(argument.name), at: offset)
                }
                frame.slots[parameter.slot] = argument.value
            } else if implicit.usesKwargs {
                others.append((.string(argument.name), argument.value))
            } else {
                throw TemplateError(.unknownArgument(callee: definition.name, name: argument.name), at: offset)
            }
        }
        if implicit.usesKwargs { frame.slots[implicit.kwargs] = .map(ValueMap(others)) }
        frame.slots[implicit.caller] = arguments.caller.map { .object($0) } ?? .undefined("caller")
    }
}
