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
