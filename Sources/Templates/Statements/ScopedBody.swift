/// A body whose own names end with it.
struct ScopedBody: Sendable {
    let body: TemplateBody
    /// Where the values of its names are kept.
    let slots: Range<Int>

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        frame.clear(slots)
        try body.run(&frame, to: &output)
    }

    /// The HTML of the body, as a value.
    func markup(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        var output = TemplateOutput.html()
        try run(&frame, to: &output)
        return frame.markup(output.text)
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        frame.clear(slots)
        try body.runSilently(&frame)
    }
}
