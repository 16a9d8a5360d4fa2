/// `{% include name %}`
struct IncludeStatement: DynamicStatement {
    let reference: TemplateReference
    let ignoresMissing: Bool

    func render(_ frame: inout TemplateFrame) throws(TemplateError) -> Dynamic {
        guard let template = try reference.find(&frame, ignoresMissing: ignoresMissing) else { return .empty }
        let context = reference.context(in: frame)
        let (source, offset, escapes) = (frame.template.source, reference.offset, frame.escapes)
        do {
            return .node(try template.render(in: context, escapes: escapes, at: offset))
        } catch {
            throw error.reached(from: source, at: offset)
        }
    }
}
