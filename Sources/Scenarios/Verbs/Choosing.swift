import HTMLTree
import Simulator

extension Verb {
    private static let options = Option(
        "option", .oneOrMore(.text), "The options' texts; a radio that is named itself needs none.")

    static let choose = Verb(
        "choose", "Chooses options of a select by their texts, or a radio by its label.",
        example: "choose: { label: Country, option: Japan }", shape: .mapping(.target(for: "choose", options))
    ) { argument in
        argument.target.map { ChooseStep(target: $0, options: argument[options] ?? []) }
    }

    static let check = Verb(
        "check", "Ticks a check box; an error if it is ticked already.", example: "check: Newsletter", argument: .target
    ) { TickStep(target: $0, isOn: true) }

    static let uncheck = Verb(
        "uncheck", "Unticks a check box; an error if it is not ticked.", example: "uncheck: Newsletter",
        argument: .target
    ) { TickStep(target: $0, isOn: false) }
}

/// Chooses options of a select, or a radio button. A group of radio buttons that is named stands for the first of them.
struct ChooseStep: StepAction {
    let target: Target
    let options: [String]

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .choose) { node throws(SimulatorError) in
            let radios = simulator.document.elements(below: node).filter {
                simulator.document.controlKind(of: $0) == .radio
            }
            try simulator.choose(options, of: radios.first ?? node)
        }
    }
}

/// Ticks a check box, or takes the tick away.
struct TickStep: StepAction {
    let target: Target
    let isOn: Bool

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .tick) { node throws(SimulatorError) in
            if isOn { try simulator.check(node) } else { try simulator.uncheck(node) }
        }
    }
}
