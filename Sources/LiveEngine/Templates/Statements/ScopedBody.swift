/// A body whose own names end with it.
struct ScopedBody: Sendable {
    let body: TemplateBody
    /// Where the values of its names are kept.
    let slots: Range<Int>

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Rendered {
        frame.clear(slots)
        return try body.render(&frame)
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        frame.clear(slots)
        try body.runSilently(&frame)
    }
}
