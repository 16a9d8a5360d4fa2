/// One word of the scenario language: what its argument looks like, what it does, and how a step is made of it.
///
/// From the table of verbs come the checks, the suggestions, the JSON schema and the explanations.
struct Verb: Sendable {
    let name: String
    /// What it does, in a line or two.
    let about: String
    let example: String
    let argument: Shape
    /// Whether it may stand without an argument, as a bare word.
    var standsAlone = false
    /// Makes the action of a checked argument.
    let make: @Sendable (Located) -> Step.Action?

    static let all: [Verb] = acting + moving + serving + checking + structuring

    static let names = all.map(\.name)

    static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
}
