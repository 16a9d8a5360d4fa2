import Simulator

extension Verb {
    private static let answer = Option("answer", .either("yes", "no"), "What to say.", isRequired: true)
    private static let question = Option("question", .text, "What must have been asked, to the letter.")

    static let confirm = Verb(
        "confirm", "Answers what the last click asked (data-confirm); an error if it asked nothing.",
        example: "confirm: yes", shape: .short(answer.notation.shape, .init("confirm", answer, question))
    ) { argument in
        (argument[answer] ?? answer.notation.read(argument)).map {
            ConfirmStep(answer: $0, question: argument[question])
        }
    }

    private static let flash = Option("flash", .text, "The flash key.", isRequired: true)
    private static let way = Option<DismissStep.Way>(
        "by", .word, "Whether its digit is pressed, or the mouse clicks it; its digit unless told.")

    static let dismiss = Verb(
        "dismiss", "Closes the banner of a flash key by its digit, or by a click; an error if there is none.",
        example: "dismiss: error", shape: .short(.text, .init("dismiss", flash, way))
    ) { argument in
        (argument[flash] ?? argument.text).map { DismissStep(flashKey: $0, way: argument[way] ?? .key) }
    }
}

/// Answers what a click asked, if it is what the step expects.
struct ConfirmStep: StepAction {
    let answer: Bool
    /// What must have been asked.
    let question: String?

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        if let question, let asked = simulator.question, asked != question {
            throw CaseRun.Stop(
                reason: .impossible(["wanted  question \"\(question)\"", "found   question \"\(asked)\""]))
        }
        try run.attempt { () throws(SimulatorError) in try simulator.answer(answer) }
    }
}

/// Closes a banner, which is waited for as targets are.
struct DismissStep: StepAction {
    enum Way: String, Hashable, Sendable, CaseIterable {
        case key, click
    }

    let flashKey: String
    let way: Way

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        _ = run.waiting.wait(within: run.standardWait, for: .target) {
            simulator.banners.contains { $0.key == flashKey }
        }
        try run.attempt { () throws(SimulatorError) in
            switch way {
            case .key: try simulator.dismiss(flashKey)
            case .click: try simulator.dismissByClick(flashKey)
            }
        }
    }
}
