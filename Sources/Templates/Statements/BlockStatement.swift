/// `{% block name %}...{% endblock %}`
final class BlockStatement: DynamicStatement {
    let name: String
    /// The names around it that a scoped block sees; nil for one that is not.
    let locals: LocalNames?
    let offset: Int

    init(name: String, locals: LocalNames?, offset: Int) {
        self.name = name
        self.locals = locals
        self.offset = offset
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        var context = frame.context
        if let locals {
            context = RenderContext(
                run: context.run, outer: frame.context, locals: .init(names: locals, slots: frame.slots))
            context.templates = frame.context.templates
        }
        do {
            try BlockDefinition.run(name, from: 0, in: context, escapes: frame.escapes, at: offset, to: &output)
        } catch {
            throw error.placed(in: frame.template.source)
        }
    }
}
