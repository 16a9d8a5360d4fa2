import Simulator

extension Verb {
    private static let newValue = Option("with", .text, "The new value.", isRequired: true)

    static let fill = Verb(
        "fill", "Focuses a field and replaces its whole value, as one change.",
        example: "fill: { label: Name, with: Ada }", shape: .mapping(.target(for: "fill", newValue))
    ) { argument in
        guard let target = argument.target, let text = argument[newValue] else { return nil }
        return FillStep(target: target, text: text)
    }

    static let type = Verb(
        "type", "Types text into the focused element, one key and one change for each character.",
        example: "type: hello", argument: .longText(limit: Step.inputLimit)
    ) { TypeStep(text: $0) }

    static let paste = Verb(
        "paste", "Pastes text at the caret, all at once.", example: #"paste: "two\nlines""#, argument: .text
    ) { PasteStep(text: $0) }

    private static let keys = Option("key", .keys, "The keys.", isRequired: true)
    private static let times = Option("times", .integer(1...1000), "How often; once unless told.")

    static let press = Verb(
        "press", "Presses keys, several parted by blanks.", example: "press: tab tab enter",
        shape: .short(.keys, .init("press", keys, times))
    ) { argument, builder in
        guard let sequence = argument[keys] ?? keys.notation.read(argument) else { return nil }
        let pressed = Array(repeatElement(sequence, count: argument[times] ?? 1).joined())
        guard pressed.count <= Step.inputLimit else {
            builder.report(.tooMuch(limit: Step.inputLimit, what: "keys in one step"), in: argument)
            return nil
        }
        return .action(PressStep(keys: pressed))
    }
}

/// Replaces the value of a field.
struct FillStep: StepAction {
    let target: Target
    let text: String

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.fill(node, with: text) }
    }
}

/// Types text, character by character.
struct TypeStep: StepAction {
    let text: String

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.attempt { () throws(SimulatorError) in try simulator.typeText(text) }
    }
}

/// Pastes text at the caret.
struct PasteStep: StepAction {
    let text: String

    func perform(in run: inout CaseRun) { run.simulator.paste(text) }
}

/// Presses keys, as long as the case has real time.
struct PressStep: StepAction {
    let keys: [Key]

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        for (count, key) in keys.enumerated() {
            guard !run.budget.isUsedUp else {
                let end = WaitEnd.realTime(run.budget.limit)
                throw CaseRun.Stop(
                    reason: .impossible(["only \(count) of \(keys.count) keys were pressed: \(end.words)"]))
            }
            run.simulator.press(key)
        }
    }
}
