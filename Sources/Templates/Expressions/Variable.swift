import Synchronization

/// A name: a local value if the template has one here, else what the context has under it.
final class Variable: Expression {
    let name: String
    /// Where values of this name may be kept, the innermost scope first.
    let slots: [Int]
    let offset: Int
    private let place = NamePlace()

    init(name: String, slots: [Int], offset: Int) {
        self.name = name
        self.slots = slots
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        for index in slots.indices {
            if let value = frame.slots[slots[index]] { return value }
        }
        let context = frame.context
        return place.look { context.find(name, near: &$0) } ?? context.fallback(for: name)
    }

    /// Puts another value where the name has its own.
    func assign(_ value: TemplateValue, _ frame: inout TemplateFrame) {
        if let slot = slots.first(where: { frame.slots[$0] != nil }) {
            frame.slots[slot] = value
        } else {
            frame.context.set(value, for: name)
        }
    }
}

/// `super` and `self` within blocks.
final class BlockAccess: Expression {
    let isSuper: Bool
    let offset: Int

    init(isSuper: Bool, offset: Int) {
        self.isSuper = isSuper
        self.offset = offset
    }

    func evaluate(_ frame: inout TemplateFrame) throws(TemplateError) -> TemplateValue {
        guard isSuper else { return .object(SelfReference(context: frame.context)) }
        guard let block = frame.block else { return frame.context.value(of: "super") }
        return .object(BlockReference(name: block.name, level: block.level + 1, context: frame.context))
    }
}

/// Where a name was found last: the rows of a list have their members in one order as a rule.
///
/// It is a place to look at first, never more; templates that run at the same time share it.
struct NamePlace: ~Copyable, Sendable {
    private let place = Atomic(0)

    /// Looks a name up with a search that is given the last place, and gives the place where it found the name.
    func look(_ search: (inout Int) -> TemplateValue?) -> TemplateValue? {
        let last = place.load(ordering: .relaxed)
        var found = last
        let value = search(&found)
        if found != last { place.store(found, ordering: .relaxed) }
        return value
    }
}
