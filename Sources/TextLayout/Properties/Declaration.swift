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
    /// Whether it is about the text of a pseudo-element; of an element itself it says nothing.
    let isGenerated: Bool

    init<Value: Hashable & Sendable>(_ place: Place<Value>, _ value: Value) {
        self.place = place
        self.value = value
        hash = value.hashValue
        write = { $0[keyPath: place] = value }
        isGenerated = false
    }

    /// - Parameter text: What a pseudo-element shows, whichever it is.
    init(generated text: String?) {
        place = \.before
        value = text
        hash = text.hashValue
        write = { $0.before = text }
        isGenerated = true
    }

    /// Sets a value, where a list of declarations is wanted.
    static func set<Value: Hashable & Sendable>(_ place: Place<Value>, _ value: Value) -> Declaration {
        Declaration(place, value)
    }

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

extension ComputedStyle {
    /// Sets what declarations say of an element, the last of which is the strongest.
    mutating func apply(_ declarations: [Declaration]) {
        for declaration in declarations where !declaration.isGenerated { declaration.apply(to: &self) }
    }
}
