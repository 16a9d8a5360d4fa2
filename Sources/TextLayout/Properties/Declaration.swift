/// One setting of a style sheet, understood: a value, and the place in a computed style where it goes.
///
/// An object, so that the declarations of utility classes, which are asked for again and again, compare at no cost.
final class Declaration: Sendable {
    /// A place in a computed style.
    typealias Place<Value> = WritableKeyPath<ComputedStyle, Value> & Sendable

    private let place: PartialKeyPath<ComputedStyle> & Sendable
    private let value: any Hashable & Sendable
    private let hash: Int
    private let write: @Sendable (inout ComputedStyle) -> Void

    init<Value: Hashable & Sendable>(_ place: Place<Value>, _ value: Value) {
        self.place = place
        self.value = value
        hash = value.hashValue
        write = { $0[keyPath: place] = value }
    }

    /// Sets a value, where a list of declarations is wanted.
    static func set<Value: Hashable & Sendable>(_ place: Place<Value>, _ value: Value) -> Declaration {
        Declaration(place, value)
    }

    func apply(to style: inout ComputedStyle) { write(&style) }

    /// Whether the declaration sets what is at a place.
    func sets(_ place: PartialKeyPath<ComputedStyle>) -> Bool { self.place as AnyKeyPath == place }
}

extension Declaration: Hashable {
    static func == (one: Declaration, other: Declaration) -> Bool {
        if one === other { return true }
        return one.hash == other.hash && other.sets(one.place) && one.hasValue(of: other)
    }

    // The places are left out, since hashing them costs more than the rare clash.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    private func hasValue(of other: Declaration) -> Bool {
        func isSame<Value: Hashable>(_ value: Value) -> Bool { other.value as? Value == value }
        return isSame(value)
    }
}

extension ComputedStyle {
    /// Sets what declarations say, the last of which is the strongest.
    mutating func apply(_ declarations: [Declaration]) {
        for declaration in declarations { declaration.apply(to: &self) }
    }
}
