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

/// `{% extends name %}`
final class ExtendsStatement: DynamicStatement {
    let reference: TemplateReference

    init(reference: TemplateReference) {
        self.reference = reference
    }

    func run(_ frame: inout TemplateFrame, to output: inout TemplateOutput) throws(TemplateError) {
        try runSilently(&frame)
        output.appendNothing()
    }

    func runSilently(_ frame: inout TemplateFrame) throws(TemplateError) {
        guard frame.parent == nil else { throw TemplateError(.repeatedExtends, at: reference.offset) }
        frame.parent = try reference.find(&frame)
        frame.parentOffset = reference.offset
    }
}

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

/// What an imported template set and defined at its top level.
private final class ImportedTemplate: ValueHolder, TemplateObject {
    private let name: String
    private var members: [String: TemplateValue]
    var typeName: String { "the template \"\(name)\"" }

    init(name: String, members: [String: TemplateValue]) {
        self.name = name
        self.members = members
    }

    deinit { dismantle() }

    override func release(into holders: inout [ValueHolder]) {
        members.values.release(into: &holders)
        members = [:]
    }

    /// A member; those whose names start with `_` are the template's own.
    func member(_ name: String) -> TemplateValue? { name.utf8.first == UInt8(ascii: "_") ? nil : members[name] }
}
