/// What a value is assigned to.
enum AssignmentTarget: Sendable {
    /// A name within a loop, scope, block or macro.
    case slot(Int)
    /// A name at the top level of a template, which includes, blocks and importers see.
    case topLevel(String)
    /// Several names at once.
    case tuple([AssignmentTarget], offset: Int)
    /// A member of a namespace.
    case member(base: Variable, name: String)

    func assign(_ value: TemplateValue, _ frame: inout TemplateFrame) throws(TemplateError) {
        switch self {
        case .slot(let slot): frame.slots[slot] = value
        case .topLevel(let name): frame.context.set(value, for: name)
        case .tuple(let targets, let offset):
            let elements = try value.elements(frame.context.run, at: offset)
            guard elements.count == targets.count else {
                throw TemplateError(.wrongItemCount(expected: targets.count, found: elements.count), at: offset)
            }
            for index in targets.indices { try targets[index].assign(elements[index], &frame) }
        case .member(let base, let name):
            let object = try base.evaluate(&frame)
            guard case .object(let object) = object, let namespace = object as? Namespace else {
                throw .unsupported("setting a member", object, at: base.offset)
            }
            namespace.set(value, for: name)
        }
    }
}
