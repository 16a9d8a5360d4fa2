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

/// `{% macro name(parameters) %}...{% endmacro %}`
final class MacroStatement: EffectStatement {
    let definition: MacroDefinition
    let target: AssignmentTarget

    init(definition: MacroDefinition, target: AssignmentTarget) {
        self.definition = definition
        self.target = target
    }

    func run(_ frame: inout TemplateFrame) throws(TemplateError) {
        let macro = Macro(definition, in: frame)
        try target.assign(.object(macro), &frame)
        // A macro of an inner scope sees itself.
        if case .slot(let slot) = target { macro.see(.object(macro), in: slot) }
    }
}

/// `{% call(parameters) macro(...) %}...{% endcall %}`
final class CallStatement: DynamicStatement {
    let definition: MacroDefinition
    let call: any CallExpression

    init(definition: MacroDefinition, call: any CallExpression) {
        self.definition = definition
        self.call = call
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try call.write(&frame, to: &output, caller: Macro(definition, in: frame))
    }
}
