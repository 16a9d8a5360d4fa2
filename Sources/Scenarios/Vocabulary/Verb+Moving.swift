import Simulator

extension Verb {
    /// What a person does to the page as a whole, and what happens around it.
    static let moving: [Verb] = [
        Verb(
            name: "open", about: "Opens a page by its path and waits for its first picture.",
            example: "open: /settings",
            argument: .text, make: { argument in argument.text.map { .open($0) } }),
        Verb(
            name: "page",
            about: """
                Goes on in another page of the same app, as in a second window: a new one at its first mention, in which \
                nothing is open yet. The page that a scenario starts in is called \(CasePages.firstName).
                """,
            example: "page: second", argument: .text, make: { argument in argument.text.map { .page($0) } }),
        Verb(
            name: "go", about: "Goes back or forward in the history, or loads the page again.", example: "go: back",
            argument: .word(Step.HistoryMove.allCases.map(\.rawValue)),
            make: { argument in argument.text.flatMap(Step.HistoryMove.init).map { .go($0) } }),
        Verb(
            name: "press", about: "Presses keys, several parted by blanks.", example: "press: tab tab enter",
            argument: .short(
                .keys,
                Shape.Options(
                    name: "press",
                    entries: [
                        Shape.Option(name: "key", shape: .keys, about: "The keys.", isRequired: true),
                        Shape.Option(name: "times", shape: .integer(1...1000), about: "How often; once unless told."),
                    ])),
            make: { argument in
                guard let text = (argument["key"] ?? argument).text, let keys = try? Key.sequence(text) else {
                    return nil
                }
                let times = argument["times"]?.integer ?? 1
                return .press(Array(repeatElement(keys, count: times).joined()))
            }),
        Verb(
            name: "paste", about: "Pastes text at the caret, all at once.", example: #"paste: "two\nlines""#,
            argument: .text, make: { argument in argument.text.map { .paste($0) } }),
        Verb(
            name: "scroll", about: "Scrolls to an end of the page or by rows.", example: "scroll: { by: -3 }",
            argument: .options(
                Shape.Options(
                    name: "scroll",
                    entries: [
                        Shape.Option(name: "to", shape: .word(["top", "bottom"]), about: "An end of the page."),
                        Shape.Option(
                            name: "by", shape: .integer(-100_000...100_000), about: "Rows down; negative ones up."),
                    ], choice: ["to", "by"])),
            make: { argument in
                if let rows = argument["by"]?.integer { return .scroll(.rows(rows)) }
                return argument["to"]?.text.map { .scroll($0 == "top" ? .top : .bottom) }
            }),
        Verb(
            name: "resize", about: "Gives the terminal another size.", example: "resize: 40x12", argument: .size,
            make: { argument in argument.text.flatMap(ScenarioTexts.size).map { .resize($0) } }),
        Verb(
            name: "connection",
            about: "Takes the page its server away, or gives it back and waits for it; or makes each message slow.",
            example: "connection: down",
            argument: .short(
                .word(["down", "up"]),
                Shape.Options(
                    name: "connection",
                    entries: [
                        Shape.Option(
                            name: "latency", shape: .duration, about: "How long each message takes, in each direction.",
                            isRequired: true)
                    ])),
            make: { argument in
                if let latency = argument["latency"]?.text.flatMap(ScenarioTexts.duration) {
                    return .connection(.latency(latency))
                }
                return argument.text.map { .connection($0 == "down" ? .down : .up) }
            }),
        Verb(
            name: "advance", about: "Lets virtual time pass; what is due runs in its order.", example: "advance: 300ms",
            argument: .duration,
            make: { argument in argument.text.flatMap(ScenarioTexts.duration).map { .advance($0) } }),
    ]

    /// What goes to the view past the page.
    static let serving: [Verb] = [
        Verb(
            name: "push", about: "Sends an event straight to the view, or to the component that a target lies in.",
            example: "push: { event: save, payload: { n: 3 } }",
            argument: .options(
                Shape.Options(
                    name: "push",
                    entries: [
                        Shape.Option(name: "event", shape: .text, about: "The event's name.", isRequired: true),
                        Shape.Option(
                            name: "payload", shape: .json, about: "What goes with it; an empty mapping unless told."),
                        Shape.Option(
                            name: "target", shape: .target, about: "An element of the component that is meant."),
                    ])),
            make: { argument in
                guard let event = argument["event"]?.text else { return nil }
                let payload = argument["payload"].map(JSONGrammar.value) ?? [:]
                return .push(event: event, payload: payload, target: argument["target"].flatMap(TargetReader.target))
            })
    ]
}
