extension Verb {
    private static let heading = Option("name", .fixedText, "The heading.", isRequired: true)
    private static let steps = Option("steps", .steps, "The steps.", isRequired: true)

    static let group = Verb(
        "group", "Named steps: a heading in reports.", example: "group: { name: Clean up, steps: [ submit ] }",
        shape: .mapping(.init("group", heading, steps)), isRead: true
    ) { argument, builder in
        argument[steps].map { .group(name: argument[heading], builder.steps($0)) }
    }

    private static let file = Option("file", .fixedText, "The file.", isRequired: true)
    private static let variables = Option(
        "vars", .dictionary(Notation<Located>(.json) { $0 }), "Variables for its steps.")

    static let include = Verb(
        "include", "Runs the steps of another file, named relative to this one.",
        example: "include: { file: shared/sign-in.yaml, vars: { user: ada } }",
        shape: .short(.fixedText, .init("include", file, variables)), isRead: true
    ) { argument, builder in
        let value = argument[file.name] ?? argument
        guard let name = value.text else { return nil }
        return builder.steps(ofFile: name, namedBy: value, with: argument[variables.name]?.entries ?? [])
            .map { .group(name: nil, $0) }
    }
}
