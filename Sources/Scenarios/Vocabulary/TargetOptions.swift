extension Shape.Options {
    /// The keys of which a target has exactly one.
    static let targetKinds = ["label", "role", "text", "name", "flash", "css"]

    /// A target in its long form.
    static let target = Shape.Options(
        name: "a target",
        entries: [
            Shape.Option(name: "label", shape: .text, about: "The control whose label is this text."),
            Shape.Option(
                name: "role", shape: .text, about: "An element of this role, such as button; narrow it with named."),
            Shape.Option(name: "text", shape: .text, about: "The innermost element with this visible text."),
            Shape.Option(name: "name", shape: .text, about: "A control by its field name."),
            Shape.Option(name: "flash", shape: .text, about: "The banner of this flash key."),
            Shape.Option(name: "css", shape: .selector, about: "A CSS selector; the last resort."),
            Shape.Option(name: "named", shape: .text, about: "The accessible name that the element has."),
            Shape.Option(name: "nth", shape: .integer(1...100_000), about: "Which of several, from 1."),
            Shape.Option(name: "within", shape: .target, about: "A target in which the element lies."),
        ],
        choice: targetKinds)

    /// A target's keys together with those of a verb.
    static func target(
        for name: String, _ entries: [Shape.Option], alternatives: [String] = [], needsChoice: Bool = true
    ) -> Shape.Options {
        Shape.Options(
            name: name, entries: target.entries + entries, choice: targetKinds + alternatives, needsChoice: needsChoice)
    }
}
