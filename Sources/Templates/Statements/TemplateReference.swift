import Basics
import LiveProtocol

/// The name of another template, and what that template sees of this one.
struct TemplateReference: Sendable {
    /// A name, or a list of names of which the first that exists counts.
    let name: any Expression
    /// The names around the tag that the other template sees; nil without context.
    let locals: LocalNames?
    /// Where the tag stands.
    let offset: Int

    /// Finds the template.
    ///
    /// - Returns: Nil only when there is none and that is to be ignored.
    func find(_ frame: inout TemplateFrame, ignoresMissing: Bool = false) throws(TemplateError) -> Template? {
        let value = try name.evaluate(&frame)
        let run = frame.context.run
        var names: [String] = []
        if case .list(let list) = value {
            for element in list.values { names.append(try text(of: element)) }
        } else {
            names.append(try text(of: value))
        }
        for name in names {
            if let template = try find(name, in: run, from: frame.template) { return template }
        }
        if ignoresMissing { return nil }
        let suggestion = names.first.flatMap { NearestName.of($0, among: run.library.names) }
        throw TemplateError(.templateNotFound(names, suggestion: suggestion), at: offset)
    }

    private func find(
        _ name: String, in run: TemplateRun, from template: Template
    ) throws(TemplateError) -> Template? {
        do {
            return try run.template(named: name)
        } catch {
            throw error.reached(from: template.source, at: offset)
        }
    }

    private func text(of value: TemplateValue) throws(TemplateError) -> String {
        guard let text = value.string else { throw .unsupported("a template name", value, at: name.offset) }
        return text
    }

    /// The context in which the other template runs.
    func context(in frame: borrowing TemplateFrame) -> RenderContext {
        let run = frame.context.run
        guard let locals else { return RenderContext(run: run, outer: nil) }
        let seen = locals.isEmpty ? nil : RenderContext.Locals(names: locals, slots: frame.slots)
        return RenderContext(run: run, outer: frame.context, locals: seen)
    }
}
