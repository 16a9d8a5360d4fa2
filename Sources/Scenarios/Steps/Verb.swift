/// One word of the scenario language: what its argument looks like, what it does, and how a step is made of it.
///
/// From the table of verbs come the checks, the suggestions, the JSON schema and the explanations.
struct Verb: Sendable {
    let name: String
    /// What it does, in a line or two.
    let about: String
    /// A step with it, as a file has it.
    let example: String
    let argument: Shape
    /// Whether it may stand without an argument, as a bare word.
    let standsAlone: Bool
    /// Whether its steps are made when the file is read, whatever is read from the page only later.
    let isRead: Bool
    /// Makes what a step is of a checked argument; nil when it asks for nothing.
    let content: @Sendable (Located, inout StepBuilder) -> Step.Content?

    /// A verb whose argument reads as one value.
    ///
    /// - Parameters:
    ///   - name: The verb.
    ///   - about: What it does, in a line or two.
    ///   - example: A step with it, as a file has it.
    ///   - argument: How its argument is written.
    ///   - make: What a step with it does.
    init<Value>(
        _ name: String, _ about: String, example: String, argument: Notation<Value>,
        make: @escaping @Sendable (Value) -> any StepAction
    ) {
        self.init(name, about, example: example, shape: argument.shape) { value, _ in
            argument.read(value).map { .action(make($0)) }
        }
    }

    /// A verb whose argument has keys.
    ///
    /// - Parameters:
    ///   - shape: What its argument looks like.
    ///   - standsAlone: Whether it may stand without an argument.
    ///   - make: What a step with it does; nil when it asks for nothing.
    init(
        _ name: String, _ about: String, example: String, shape: Shape, standsAlone: Bool = false,
        make: @escaping @Sendable (Located) -> (any StepAction)?
    ) {
        self.init(name, about, example: example, shape: shape, standsAlone: standsAlone) { value, _ in
            make(value).map { .action($0) }
        }
    }

    /// A verb that needs more than its argument: other steps, other files.
    ///
    /// - Parameters:
    ///   - isRead: Whether its steps are made when the file is read, whatever is read from the page only later.
    ///   - content: What a step with it is; nil when it asks for nothing, or when that was reported.
    init(
        _ name: String, _ about: String, example: String, shape: Shape, standsAlone: Bool = false, isRead: Bool = false,
        content: @escaping @Sendable (Located, inout StepBuilder) -> Step.Content?
    ) {
        self.name = name
        self.about = about
        self.example = example
        self.argument = shape
        self.standsAlone = standsAlone
        self.isRead = isRead
        self.content = content
    }
}

/// The verbs that there are, in the order in which people are told of them.
struct Vocabulary: Sendable {
    let verbs: [Verb]
    private let byName: [String: Verb]

    init(_ verbs: [Verb]) {
        self.verbs = verbs
        byName = Dictionary(verbs.map { ($0.name, $0) }) { first, _ in first }
    }

    var names: [String] { verbs.map(\.name) }

    subscript(name: String) -> Verb? { byName[name] }
}
