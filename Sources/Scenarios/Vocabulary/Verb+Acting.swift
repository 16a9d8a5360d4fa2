extension Verb {
    /// What a person does to elements.
    static let acting: [Verb] = [
        Verb(
            name: "click", about: "Focuses an element if it can have the focus, then activates it; or clicks a cell.",
            example: "click: { role: link, named: Edit, within: { role: row, named: Ada } }",
            argument: .short(
                .text,
                .target(
                    for: "click",
                    [
                        Shape.Option(
                            name: "at", shape: .list(.integer(1...1000), count: 2),
                            about: "A cell of the frame instead of an element: column and row, from 1.")
                    ], alternatives: ["at"])),
            make: { argument in
                if let cell = argument["at"]?.elements.compactMap(\.integer), cell.count == 2 {
                    return .clickCell(.init(column: cell[0] - 1, row: cell[1] - 1))
                }
                return TargetReader.target(argument).map { .click($0) }
            }),
        Verb(
            name: "fill", about: "Focuses a field and replaces its whole value, as one change.",
            example: "fill: { label: Name, with: Ada }",
            argument: .options(
                .target(
                    for: "fill",
                    [Shape.Option(name: "with", shape: .text, about: "The new value.", isRequired: true)])),
            make: { argument in
                guard let target = TargetReader.target(argument), let text = argument["with"]?.text else { return nil }
                return .fill(target, with: text)
            }),
        Verb(
            name: "type", about: "Types text into the focused element, one key and one change for each character.",
            example: "type: hello", argument: .longText(limit: Step.inputLimit),
            make: { argument in argument.text.map { .type($0) } }),
        Verb(
            name: "choose", about: "Chooses options of a select by their texts, or a radio by its label.",
            example: "choose: { label: Country, option: Japan }",
            argument: .options(
                .target(
                    for: "choose",
                    [
                        Shape.Option(
                            name: "option", shape: .oneOrMore(.text),
                            about: "The options' texts; a radio that is named itself needs none.")
                    ])),
            make: { argument in
                let options = argument["option"]?.elements.compactMap(\.text) ?? []
                return TargetReader.target(argument).map { .choose($0, options: options) }
            }),
        Verb(
            name: "upload", about: "Chooses files in a file input, as one change.",
            example: "upload: { label: Papers, files: [{ name: notes.txt, content: Hello }] }",
            argument: .options(
                .target(
                    for: "upload",
                    [
                        Shape.Option(
                            name: "files", shape: .oneOrMore(.short(.text, .file)),
                            about: "Paths from the scenario's folder, or files as { name, content or size, type }.",
                            isRequired: true)
                    ])),
            // Whoever makes the steps reads the files.
            make: { _ in nil }),
        Verb(
            name: "check", about: "Ticks a check box; an error if it is ticked already.", example: "check: Newsletter",
            argument: .target, make: { argument in TargetReader.target(argument).map { .check($0) } }),
        Verb(
            name: "uncheck", about: "Unticks a check box; an error if it is not ticked.",
            example: "uncheck: Newsletter",
            argument: .target, make: { argument in TargetReader.target(argument).map { .uncheck($0) } }),
        Verb(
            name: "submit",
            about: "Submits a form: alone that of the focus or the only one, else through a button or by its name.",
            example: "submit: Save",
            argument: .short(
                .text,
                .target(
                    for: "submit",
                    [
                        Shape.Option(
                            name: "with", shape: .dictionary(.text), about: "Fields to fill in first, by their names.")
                    ], needsChoice: false)),
            standsAlone: true,
            make: { argument in
                let fields = argument["with"]?.entries.compactMap { entry in
                    entry.value.text.map { Step.FieldValue(name: entry.key, value: $0) }
                }
                return .submit(TargetReader.target(argument), with: fields ?? [])
            }),
        Verb(
            name: "focus", about: "Moves the focus to an element.", example: "focus: Name", argument: .target,
            make: { argument in TargetReader.target(argument).map { .focus($0) } }),
        Verb(
            name: "confirm", about: "Answers what the last click asked (data-confirm); an error if it asked nothing.",
            example: "confirm: yes",
            argument: .short(
                .word(["yes", "no"]),
                Shape.Options(
                    name: "confirm",
                    entries: [
                        Shape.Option(
                            name: "answer", shape: .word(["yes", "no"]), about: "What to say.", isRequired: true),
                        Shape.Option(
                            name: "question", shape: .text, about: "What must have been asked, to the letter."),
                    ])),
            make: { argument in
                (argument["answer"] ?? argument).text.map { answer in
                    .confirm(answer == "yes", question: argument["question"]?.text)
                }
            }),
        Verb(
            name: "dismiss", about: "Closes the banner of a flash key by its digit; an error if there is none.",
            example: "dismiss: error", argument: .text,
            make: { argument in argument.text.map { .dismiss(flashKey: $0) } }),
    ]
}
