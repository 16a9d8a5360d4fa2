/// Part of a template that gives a value.
protocol Expression: Sendable {
    /// Where it stands in its template, in bytes.
    var offset: Int { get }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue

    /// Gives what the expression prints. A call of a macro, a block or a loop gives its tree instead of its text.
    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic
}

extension Expression {
    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        try evaluate(&frame).dynamic(escapes: frame.escapes, at: offset)
    }
}
