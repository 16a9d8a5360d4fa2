/// A tag or an output of a template. Statements are objects, so that running them copies none.
protocol Statement: AnyObject, Sendable {
    /// Runs the statement. What it leaves takes one place of the output, even if that is nothing.
    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError)

    /// Runs for its effect only, below an `{% extends %}`.
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError)
}

/// A tag that runs for its effect and leaves nothing, not even a place: `set`, `macro`, `import`.
protocol EffectStatement: Statement {
    func run(_ frame: inout TemplateFrame) throws(TemplateError)
}

extension EffectStatement {
    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) { try run(&frame) }
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) { try run(&frame) }
}

/// A tag that leaves something at its place: an output, a branch, a loop, a block.
protocol DynamicStatement: Statement {}

extension DynamicStatement {
    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {}
}

/// Part of a template that gives a value. Expressions are objects, so that running them copies none.
protocol Expression: AnyObject, Sendable {
    /// Where it stands in its template, in bytes.
    var offset: Int { get }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue

    /// Leaves what the expression prints at the next place. A call of a macro, a block or a loop leaves its tree there.
    func write(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError)
}

extension Expression {
    func write(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try output.append(try evaluate(&frame), frame, at: offset)
    }
}

/// `{{ expression }}`
final class OutputStatement: DynamicStatement {
    let expression: any Expression

    init(expression: any Expression) {
        self.expression = expression
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try expression.write(&frame, to: &output)
    }
}
