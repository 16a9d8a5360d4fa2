/// `{% import name as module %}`, `{% from name import a, b as c %}`
final class ImportStatement: EffectStatement {
    enum Form: Sendable {
        case module(AssignmentTarget)
        case members([(name: String, target: AssignmentTarget)])
    }

    let reference: TemplateReference
    let form: Form

    init(reference: TemplateReference, form: Form) {
        self.reference = reference
        self.form = form
    }

    func run(_ frame: inout TemplateFrame) throws(TemplateError) {
        guard let template = try reference.find(&frame) else { return }
        let context = reference.context(in: frame)
        var output = TemplateOutput.html()
        do {
            try template.run(in: context, at: reference.offset, to: &output)
        } catch {
            throw error.reached(from: frame.template.source, at: reference.offset)
        }
        let module = ImportedTemplate(name: template.source.name, members: context.variables)
        switch form {
        case .module(let target): try target.assign(.object(module), &frame)
        case .members(let members):
            for (name, target) in members { try target.assign(module.member(name) ?? .undefined(name), &frame) }
        }
    }
}
