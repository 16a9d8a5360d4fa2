/// The names that a template sees beside its own loops and scopes: what it set, what it was included with, the data.
final class RenderContext {
    /// What an included template, or a scoped block, sees of the place it stands at.
    struct Locals {
        let names: [(name: String, slot: Int)]
        let slots: [TemplateValue?]
    }

    let run: TemplateRun
    private let outer: RenderContext?
    private let locals: Locals?
    private let data: (any TemplateMap)?
    /// What the template set at its top level.
    private(set) var variables: [String: TemplateValue] = [:]
    /// The template and those it extends, the most derived first.
    var templates: [Template] = []

    /// Makes the context of a rendering.
    init(run: TemplateRun, data: any TemplateMap) {
        self.run = run
        self.data = data
        outer = nil
        locals = nil
    }

    /// Makes a context within another; nil for one that sees the globals only.
    init(run: TemplateRun, outer: RenderContext?, locals: Locals? = nil) {
        self.run = run
        self.outer = outer
        self.locals = locals
        data = nil
    }

    /// The value of a name; an undefined one when nothing has it.
    func value(of name: String) -> TemplateValue { find(name) ?? run.value(of: name) ?? .undefined(name) }

    func set(_ value: TemplateValue, for name: String) { variables[name] = value }

    private func find(_ name: String) -> TemplateValue? {
        var context = self
        while true {
            if !context.variables.isEmpty, let value = context.variables[name] { return value }
            if let locals = context.locals {
                for entry in locals.names where entry.name == name {
                    if let value = locals.slots[entry.slot] { return value }
                }
            }
            if let data = context.data, let value = data.value(forKey: name) { return value }
            guard let outer = context.outer else { return nil }
            context = outer
        }
    }

    /// The nearest definition of a block at or above a level of inheritance.
    func block(_ name: String, from level: Int = 0) -> (block: BlockDefinition, level: Int)? {
        for index in templates.indices.dropFirst(level) {
            if let block = templates[index].blocks[name] { return (block, index) }
        }
        return nil
    }
}
