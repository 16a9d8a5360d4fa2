/// The names that a template sees beside its own loops and scopes: what it set, what it was included with, the data.
final class RenderContext: ValueHolder {
    /// What an included template, or a scoped block, sees of the place it stands at.
    struct Locals {
        let names: LocalNames
        let slots: [TemplateValue?]
    }

    let run: TemplateRun
    private let outer: RenderContext?
    private var locals: Locals?
    private let data: (any TemplateMap)?
    /// The collections of the data that this rendering may change.
    private var adopted: [String: TemplateValue] = [:]
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
    }

    /// Makes a context within another; nil for one that sees the globals only.
    init(run: TemplateRun, outer: RenderContext?, locals: Locals? = nil) {
        self.run = run
        self.outer = outer
        self.locals = locals
        data = nil
    }

    /// The value of a name; an undefined one when nothing has it.
    func value(of name: String) -> TemplateValue {
        var place = 0
        return find(name, near: &place) ?? fallback(for: name)
    }

    /// The value of a name that nothing here has: a global one, or an undefined one.
    func fallback(for name: String) -> TemplateValue { run.global(name) ?? .undefined(name) }

    func set(_ value: TemplateValue, for name: String) {
        // A macro that is kept here keeps the context.
        if !hasVariables { run.hold(self) }
        variables[name] = value
        hasVariables = true
    }

    override func release(into holders: inout [ValueHolder]) {
        variables.values.release(into: &holders)
        adopted.values.release(into: &holders)
        for case let value? in locals?.slots ?? [] { value.release(into: &holders) }
        (variables, adopted, locals, templates) = ([:], [:], nil, [])
    }

    /// The value of a name; nil when neither a template nor the data has it.
    ///
    /// - Parameter place: Where to look for it first among the data, and where it was.
    func find(_ name: String, near place: inout Int) -> TemplateValue? {
        if hasVariables, let value = variables[name] { return value }
        if let locals {
            for slot in locals.names[name] {
                if let value = locals.slots[slot] { return value }
            }
        }
        if let data {
            if !adopted.isEmpty, let value = adopted[name] { return value }
            if let value = data.value(forKey: name, near: &place) {
                return run.changesCollections ? adopt(value, name) : value
            }
        }
        return outer?.find(name, near: &place)
    }

    /// Makes a collection of the data the rendering's own.
    private func adopt(_ value: TemplateValue, _ name: String) -> TemplateValue {
        let own = value.adopted
        if own.holder != nil { adopted[name] = own }
        return own
    }

    /// The nearest definition of a block at or above a level of inheritance.
    func block(_ name: String, from level: Int = 0) -> (block: BlockDefinition, level: Int)? {
        for index in templates.indices.dropFirst(level) {
            if let block = templates[index].blocks[name] { return (block, index) }
        }
        return nil
    }
}

/// The names that a template sees of the place where it is included, with the slots in which each may have its value.
final class LocalNames: Sendable {
    private let slots: [String: [Int]]

    /// - Parameter names: The innermost first.
    init(_ names: [(name: String, slot: Int)]) {
        slots = names.reduce(into: [:]) { $0[$1.name, default: []].append($1.slot) }
    }

    subscript(name: String) -> [Int] { slots[name] ?? [] }
    var isEmpty: Bool { slots.isEmpty }
}
