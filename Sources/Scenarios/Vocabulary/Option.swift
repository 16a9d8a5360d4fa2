/// A key of a mapping, described once: its name, how its value is written, and what it is for.
struct Option<Value>: Sendable {
    let name: String
    let notation: Notation<Value>
    /// What it is for, in a sentence.
    let about: String
    let isRequired: Bool
    let companion: String?

    /// - Parameters:
    ///   - isRequired: Whether the mapping is wrong without it.
    ///   - companion: The name of a key without which this one means nothing.
    init(
        _ name: String, _ notation: Notation<Value>, _ about: String, isRequired: Bool = false, companion: String? = nil
    ) {
        self.name = name
        self.notation = notation
        self.about = about
        self.isRequired = isRequired
        self.companion = companion
    }

    /// What checks, schema and explanations know of it.
    var key: Shape.Key {
        Shape.Key(
            name: name, shape: notation.shape, about: about, isRequired: isRequired, companion: companion)
    }
}

extension Shape.Mapping {
    /// - Parameters:
    ///   - name: What it is called in messages, as "a target".
    ///   - options: Its keys.
    init<each Value>(_ name: String, _ options: repeat Option<each Value>) {
        self.init(name: name, keys: [])
        repeat keys.append((each options).key)
    }

    /// The same mapping, in which exactly one of some keys has to stand.
    func choosing(_ choice: [String], isNeeded: Bool = true) -> Self {
        var mapping = self
        mapping.choice = choice
        mapping.needsChoice = isNeeded
        return mapping
    }
}

extension Located {
    /// The value of an option in this mapping; nil where it does not stand.
    subscript<Value>(option: Option<Value>) -> Value? { self[option.name].flatMap(option.notation.read) }
}
