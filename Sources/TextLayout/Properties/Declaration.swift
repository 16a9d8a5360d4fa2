/// One setting of a style sheet, understood: a value, and the place in a computed style where it goes.
///
/// An object, so that the declarations of utility classes, which are asked for again and again, compare at no cost.
final class Declaration: Sendable {
    /// A place in a computed style.
    typealias Place<Value> = WritableKeyPath<ComputedStyle, Value> & Sendable

    /// What only the element decides to which a declaration applies.
    enum Deferred: Hashable, Sendable {
        /// `--name: text`
        case custom(name: String, text: String)
        /// A value with `var()` in it.
        case substitution(property: String, text: String)
        case keyword(property: String, GlobalKeyword)
    }

    private let place: PartialKeyPath<ComputedStyle> & Sendable
    private let value: any Hashable & Sendable
    private let hash: Int
    private let write: @Sendable (inout ComputedStyle) -> Void
    let deferred: Deferred?

    init<Value: Hashable & Sendable>(_ place: Place<Value>, _ value: Value) {
        self.place = place
        self.value = value
        hash = value.hashValue
        write = { $0[keyPath: place] = value }
        deferred = nil
    }

    init(_ deferred: Deferred) {
        place = \.variables
        value = deferred
        hash = deferred.hashValue
        write = { _ in }
        self.deferred = deferred
    }

    /// Sets a value, where a list of declarations is wanted.
    static func set<Value: Hashable & Sendable>(_ place: Place<Value>, _ value: Value) -> Declaration {
        Declaration(place, value)
    }

    /// Writes its value; what is deferred writes none.
    func apply(to style: inout ComputedStyle) { write(&style) }
}

extension Declaration: Hashable {
    static func == (one: Declaration, other: Declaration) -> Bool {
        if one === other { return true }
        return one.hash == other.hash && one.place as AnyKeyPath == other.place && one.hasValue(of: other)
    }

    // The places are left out, since hashing them costs more than the rare clash.
    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    private func hasValue(of other: Declaration) -> Bool {
        func isSame<Value: Hashable>(_ value: Value) -> Bool { other.value as? Value == value }
        return isSame(value)
    }
}

/// The values that every property has (CSS Cascade 4, section 7.3).
enum GlobalKeyword: String {
    case inherit, initial, unset, revert
    case revertLayer = "revert-layer"
}
