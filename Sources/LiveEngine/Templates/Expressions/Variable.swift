/// A name: a local value if the template has one here, else what the context has under it.
struct Variable: Expression {
    let name: String
    /// Where values of this name may be kept, the innermost scope first.
    let slots: [Int]
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        for slot in slots {
            if let value = frame.slots[slot] { return value }
        }
        return frame.context.value(of: name)
    }
}

/// `super` and `self` within blocks.
struct BlockAccess: Expression {
    let isSuper: Bool
    let offset: Int

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        guard isSuper else { return .object(SelfReference(context: frame.context)) }
        guard let block = frame.block else { return frame.context.value(of: "super") }
        return .object(BlockReference(name: block.name, level: block.level + 1, context: frame.context))
    }
}
