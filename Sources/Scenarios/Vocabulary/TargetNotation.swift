import HTMLTree

/// The keys of targets. A target has exactly one of the first, and any of the others.
private enum TargetOption {
    static let label = Option("label", .text, "The control whose label is this text.")
    static let role = Option("role", .text, "An element of this role, such as button; narrow it with named.")
    static let text = Option("text", .text, "The innermost element with this visible text.")
    static let name = Option("name", .text, "A control by its field name.")
    static let flash = Option("flash", .text, "The banner of this flash key.")
    static let css = Option("css", .selector, "A CSS selector; the last resort.")

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
        guard let query = query(value) else { return nil }
        return Target(
            query, named: value[TargetOption.named], nth: value[TargetOption.nth], within: value[TargetOption.within])
    }

    private static func query(_ value: Located) -> TargetQuery? {
        if let text = value[TargetOption.label] { return .label(text) }
        if let text = value[TargetOption.role] { return .role(text) }
        if let text = value[TargetOption.text] { return .text(text) }
        if let text = value[TargetOption.name] { return .name(text) }
        if let text = value[TargetOption.flash] { return .flash(text) }
        return value[TargetOption.css].map { .css($0) }
    }
}

extension Shape.Mapping {
    /// A target in its long form.
    static let target = Shape.Mapping(
        "a target", TargetOption.label, TargetOption.role, TargetOption.text, TargetOption.name, TargetOption.flash,
        TargetOption.css, TargetOption.named, TargetOption.nth, TargetOption.within
    ).choosing(targetKinds)

    /// The keys of which a target has exactly one.
    private static let targetKinds = [
        TargetOption.label.name, TargetOption.role.name, TargetOption.text.name, TargetOption.name.name,
        TargetOption.flash.name, TargetOption.css.name,
    ]

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
