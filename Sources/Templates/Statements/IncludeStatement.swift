/// `{% include name %}`
final class IncludeStatement: DynamicStatement {
    let reference: TemplateReference
    let ignoresMissing: Bool

    init(reference: TemplateReference, ignoresMissing: Bool) {
        self.reference = reference
        self.ignoresMissing = ignoresMissing
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        guard let template = try reference.find(&frame, ignoresMissing: ignoresMissing) else {
            return output.appendNothing()
        }
        do {
            try template.run(
                in: reference.context(in: frame), escapes: frame.escapes, at: reference.offset, to: &output)
        } catch {
            throw error.reached(from: frame.template.source, at: reference.offset)
        }
    }
}
