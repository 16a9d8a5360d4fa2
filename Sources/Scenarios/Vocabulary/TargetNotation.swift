import HTMLTree

/// A key of targets by which elements are found. A target has exactly one of them.
private struct TargetKind: Sendable {
    let key: Shape.Key
    /// What the key's value asks for; nil where it does not stand.
    let read: @Sendable (Located) -> TargetQuery?

    private init<Value>(
        _ name: String, _ notation: Notation<Value>, _ about: String,
        query: @escaping @Sendable (Value) -> TargetQuery
    ) {
        let option = Option(name, notation, about)
        key = option.key
        read = { $0[option].map(query) }
    }

    static let all = [
        TargetKind("label", .text, "The control whose label is this text.") { .label($0) },
        TargetKind("role", .text, "An element of this role, such as button; narrow it with named.") { .role($0) },
        TargetKind("text", .text, "The innermost element with this visible text.") { .text($0) },
        TargetKind("name", .text, "A control by its field name.") { .name($0) },
        TargetKind("flash", .text, "The banner of this flash key.") { .flash($0) },
        TargetKind("css", .selector, "A CSS selector; the last resort.") { .css($0) },
    ]
}

/// The keys that narrow a target. It has any of them.
private enum TargetOption {
    static let named = Option("named", .text, "The accessible name that the element has.")
    static let nth = Option("nth", .integer(1...100_000), "Which of several, from 1.")
    static let within = Option("within", .target, "A target in which the element lies.")
}

extension Notation<Target> {
    /// A target in its short form or as a mapping.
    static var target: Self {
        Self(.target) { value in
            if let text = value.text { return Target(.short(text)) }
            return target(ofMapping: value)
        }
    }

    /// The target that a mapping's keys mean, whatever else stands in it.
    fileprivate static func target(ofMapping value: Located) -> Target? {
        guard let query = TargetKind.all.lazy.compactMap({ $0.read(value) }).first else { return nil }
        return Target(
            query, named: value[TargetOption.named], nth: value[TargetOption.nth], within: value[TargetOption.within])
    }
}

extension Shape.Mapping {
    /// A target in its long form.
    static let target: Shape.Mapping = {
        let narrowing = Shape.Mapping("a target", TargetOption.named, TargetOption.nth, TargetOption.within)
        let keys = TargetKind.all.map(\.key) + narrowing.keys
        return Shape.Mapping(name: narrowing.name, keys: keys).choosing(targetKinds)
    }()

    /// The keys of which a target has exactly one.
    private static let targetKinds = TargetKind.all.map(\.key.name)

    /// A target's keys together with those of a verb.
    ///
    /// - Parameters:
    ///   - alternatives: Names of options that may stand in the place of a target.
    ///   - isNeeded: Whether there must be a target.
    static func target<each Value>(
        for verb: String, _ options: repeat Option<each Value>, alternatives: [String] = [], isNeeded: Bool = true
    ) -> Shape.Mapping {
        var mapping = target.choosing(targetKinds + alternatives, isNeeded: isNeeded)
        mapping.name = verb
        repeat mapping.keys.append((each options).key)
        return mapping
    }
}

extension Located {
    /// The target that a text, or the keys of a mapping, mean.
    var target: Target? { Notation<Target>.target.read(self) }
}
