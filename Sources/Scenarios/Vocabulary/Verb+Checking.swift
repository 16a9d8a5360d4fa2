extension Verb {
    /// What a scenario demands and shows.
    static let checking: [Verb] = [
        Verb(
            name: "expect", about: "Demands that all conditions are true in the same frame; waits in virtual time.",
            example: "expect: { flash: { info: Saved }, path: /settings }", argument: .short(.someText, expectation),
            make: { argument in ExpectationReader.expectation(argument).map { .expect($0) } }),
        Verb(
            name: "snapshot", about: "Compares a picture of the page with the one that is kept.",
            example: "snapshot: { name: form, of: { role: form }, as: outline }",
            argument: .short(
                .text,
                Shape.Options(
                    name: "snapshot",
                    entries: [
                        Shape.Option(name: "name", shape: .text, about: "The picture's name.", isRequired: true),
                        Shape.Option(
                            name: "as", shape: .word(SnapshotRequest.Form.allCases.map(\.rawValue)),
                            about: "What is compared; the frame unless told."),
                        Shape.Option(name: "of", shape: .target, about: "The element to which it is limited."),
                        Shape.Option(
                            name: "hide", shape: .oneOrMore(.text),
                            about: "Texts to mask, which differ from run to run."),
                    ])),
            make: { argument in
                guard let name = (argument["name"] ?? argument).text else { return nil }
                let form = argument["as"]?.text.flatMap(SnapshotRequest.Form.init) ?? .frame
                return .snapshot(
                    SnapshotRequest(
                        name: name, form: form, target: argument["of"].flatMap(TargetReader.target),
                        hidden: argument["hide"]?.elements.compactMap(\.text) ?? []))
            }),
        Verb(
            name: "dump", about: "Puts something of this moment into the report.", example: "dump: diffs",
            argument: .word(Step.DumpKind.allCases.map(\.rawValue)),
            make: { argument in argument.text.flatMap(Step.DumpKind.init).map { .dump($0) } }),
    ]

    /// What holds steps together. The reader takes them apart, for they hold steps themselves.
    static let structuring: [Verb] = [
        Verb(
            name: "group", about: "Named steps: a heading in reports.",
            example: "group: { name: Clean up, steps: [ submit ] }",
            argument: .options(
                Shape.Options(
                    name: "group",
                    entries: [
                        Shape.Option(name: "name", shape: .text, about: "The heading.", isRequired: true),
                        Shape.Option(name: "steps", shape: .steps, about: "The steps.", isRequired: true),
                    ])),
            make: { _ in nil }),
        Verb(
            name: "include", about: "Runs the steps of another file, named relative to this one.",
            example: "include: { file: shared/sign-in.yaml, vars: { user: ada } }",
            argument: .short(
                .text,
                Shape.Options(
                    name: "include",
                    entries: [
                        Shape.Option(name: "file", shape: .text, about: "The file.", isRequired: true),
                        Shape.Option(name: "vars", shape: .dictionary(.json), about: "Variables for its steps."),
                    ])),
            make: { _ in nil }),
    ]

    private static let expectation = Shape.Options(
        name: "expect",
        entries: [
            Shape.Option(
                name: "text", shape: .oneOrMore(.someText), about: "Texts that are on the page; a part is enough."),
            Shape.Option(
                name: "matches", shape: .oneOrMore(.regularExpression),
                about: "Regular expressions that match somewhere in the page's text."),
            Shape.Option(name: "absent", shape: .target, about: "A text or target that is not there."),
            Shape.Option(
                name: "flash", shape: .dictionary(.textOrNull),
                about: "The whole text of the banner of each key; null when there is none."),
            Shape.Option(name: "target", shape: .target, about: "An element that is there."),
            Shape.Option(name: "value", shape: .text, about: "What the target holds."),
            Shape.Option(name: "error", shape: .textOrNull, about: "The message shown at the target; null when none."),
            Shape.Option(
                name: "state", shape: .oneOrMore(.word(TargetState.allCases.map(\.rawValue))),
                about: "States that the target is in."),
            Shape.Option(name: "count", shape: .integer(0...1_000_000), about: "How many elements the target is."),
            Shape.Option(name: "path", shape: .text, about: "Path and query of the page."),
            Shape.Option(name: "title", shape: .text, about: "The page's title."),
            Shape.Option(
                name: "cursor", shape: .list(.integer(1...1000), count: 2),
                about: "Column and row of the cursor, from 1."),
            Shape.Option(name: "row", shape: .integer(1...1000), about: "Limits texts to one row of the frame."),
            Shape.Option(
                name: "pushed",
                shape: .options(
                    Shape.Options(
                        name: "pushed",
                        entries: [
                            Shape.Option(name: "event", shape: .text, about: "The event's name.", isRequired: true),
                            Shape.Option(name: "payload", shape: .json, about: "A part of what went with it."),
                        ])), about: "An event that the last step pushed."),
            Shape.Option(
                name: "refused", shape: .oneOrMore(.someText),
                about: """
                    A part of what was said when the step before, or what came of it, was refused or failed; it then fails \
                    nothing.
                    """),
            Shape.Option(name: "within", shape: .duration, about: "How long to wait in virtual time; 1s unless told."),
            Shape.Option(name: "for", shape: .duration, about: "How long it has to stay true."),
            Shape.Option(name: "soft", shape: .boolean, about: "Whether to go on after it failed."),
        ], oneOf: ["text", "matches", "absent", "flash", "target", "path", "title", "cursor", "pushed", "refused"],
        companions: ["value": "target", "error": "target", "state": "target", "count": "target"])
}
