import LiveProtocol

/// The name of another template, and what that template sees of this one.
struct TemplateReference: Sendable {
    /// A name, or a list of names of which the first that exists counts.
    let name: any Expression
    /// The names around the tag that the other template sees; nil without context.
    let locals: [(name: String, slot: Int)]?
    /// Where the tag stands.
    let offset: Int

    /// Finds the template.
    ///
    /// - Returns: Nil only when there is none and that is to be ignored.
    func find(_ frame: inout TemplateFrame, ignoresMissing: Bool = false) throws(TemplateError) -> Template? {
        let value = try name.evaluate(&frame)
        var names: [String] = []
        if case .list(let list) = value {
            for element in list.values { names.append(try text(of: element)) }
        } else {
            names.append(try text(of: value))
        }
        let library = frame.context.run.library
        for name in names {
            do {
                if let template = try library.template(named: name) { return template }
            } catch {
                throw error.reached(from: frame.template.source, at: offset)
            }
        }
        if ignoresMissing { return nil }
        let suggestion = names.first.flatMap { NearestName.of($0, among: library.names) }
        throw TemplateError(.templateNotFound(names, suggestion: suggestion), at: offset)
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
