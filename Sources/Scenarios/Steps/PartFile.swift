/// A file whose steps others include: a list of them, or a mapping that has them under `steps`.
enum PartFile {
    /// The key that makes a file a scenario, which no part has.
    static let scenarioKey = "scenario"

    static let steps = Option("steps", .steps, "The steps.", isRequired: true)

    static let mapping = Shape.Mapping("an included file", Option("about", .text, "What the steps do."), steps)

    /// Whether a file can only be a part of others, by the keys that it has.
    static func describes(_ root: Located) -> Bool {
        switch root.content {
        case .list: true
        case .mapping(let entries): root[steps.name] != nil && entries.allSatisfy { mapping[$0.key] != nil }
        case .scalar, .deferred: false
        }
    }
}
