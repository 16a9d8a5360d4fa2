/// The names that a template sees beside its own loops and scopes: what it set, what it was included with, the data.
final class RenderContext: RenderingValues {
    /// What an included template, or a scoped block, sees of the place it stands at.
    struct Locals {
        let names: [(name: String, slot: Int)]
        let slots: [TemplateValue?]
    }

    let run: TemplateRun
    private let outer: RenderContext?
    private let localNames: [(name: String, slot: Int)]
    private let localSlots: [TemplateValue?]
    private let data: (any TemplateMap)?
    /// What the template set at its top level.
    private(set) var variables: [String: TemplateValue] = [:]
    /// Whether it set anything, which is quicker to ask than the dictionary.
    private var hasVariables = false
    /// The template and those it extends, as far as they have blocks, the most derived first.
    var templates: [Template] = []

    /// Makes the context of a rendering.
    init(run: TemplateRun, data: any TemplateMap) {
        self.run = run
        self.data = data
        outer = nil
        localNames = []
        localSlots = []
    }

    /// Makes a context within another; nil for one that sees the globals only.
    init(run: TemplateRun, outer: RenderContext?, locals: Locals? = nil) {
        self.run = run
        self.outer = outer
        localNames = locals?.names ?? []
        localSlots = locals?.slots ?? []
        data = nil
    }

    /// The value of a name; an undefined one when nothing has it.
    func value(of name: String) -> TemplateValue {
        var place = 0
        return find(name, near: &place) ?? fallback(for: name)
    }

    /// The value of a name that nothing here has: a global one, or an undefined one.
    func fallback(for name: String) -> TemplateValue { run.value(of: name) ?? .undefined(name) }

    func set(_ value: TemplateValue, for name: String) {
        variables[name] = value
        if !hasVariables { run.note(self) }
        hasVariables = true
    }

    func letGo() { variables = [:] }

    /// The value of a name; nil when neither a template nor the data has it.
    ///
    /// - Parameter place: Where to look for it first among the data, and where it was.
    func find(_ name: String, near place: inout Int) -> TemplateValue? {
        if hasVariables, let value = variables[name] { return value }
        for index in localNames.indices where localNames[index].name == name {
            if let value = localSlots[localNames[index].slot] { return value }
        }
        if let data, let value = data.value(forKey: name, near: &place) { return value }
        return outer?.find(name, near: &place)
    }

    /// The nearest definition of a block at or above a level of inheritance.
    func block(_ name: String, from level: Int = 0) -> (block: BlockDefinition, level: Int)? {
        for index in templates.indices.dropFirst(level) {
            if let block = templates[index].blocks[name] { return (block, index) }
        }
        return nil
    }
}
