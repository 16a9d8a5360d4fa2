/// An object of a rendering that holds values.
///
/// Values may hold one another without end. So they are freed one after another, not one within the other, which would
/// use up the stack; and those that hold themselves are taken apart when the rendering ends.
class ValueHolder {
    /// Whether the rendering takes it apart when it ends.
    final var isHeld = false

    /// Gives up what is held. What holds values itself goes into a list.
    func release(into holders: inout [ValueHolder]) {}

    /// Gives up all that is held, and what that holds alone. To be called before the object ends.
    final func dismantle() {
        var pending: [ValueHolder] = []
        release(into: &pending)
        while let last = pending.indices.last {
            let isLastReference = isKnownUniquelyReferenced(&pending[last])
            let holder = pending.removeLast()
            if isLastReference { holder.release(into: &pending) }
        }
    }
}

extension TemplateValue {
    /// The object that holds other values, if this is one.
    var holder: ValueHolder? {
        switch self {
        case .list(let list): list.holder
        case .map(let map): map.holder
        case .object(let object): object.holder
        case .undefined, .none, .bool, .integer, .number, .string, .markup: nil
        }
    }

    /// Adds the object to a list if it holds other values.
    func release(into holders: inout [ValueHolder]) {
        if let holder { holders.append(holder) }
    }
}

extension Sequence<TemplateValue> {
    func release(into holders: inout [ValueHolder]) {
        for value in self { value.release(into: &holders) }
    }
}

extension TemplateList {
    var holder: ValueHolder? { nil }
}

extension TemplateList where Self: ValueHolder {
    var holder: ValueHolder? { self }
}

extension TemplateMap {
    var holder: ValueHolder? { nil }
}

extension TemplateMap where Self: ValueHolder {
    var holder: ValueHolder? { self }
}

extension TemplateObject {
    var holder: ValueHolder? { nil }
}

extension TemplateObject where Self: ValueHolder {
    var holder: ValueHolder? { self }
}
