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
