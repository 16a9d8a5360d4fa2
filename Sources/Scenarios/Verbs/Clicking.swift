import HTMLTree
import Simulator
import TextLayout

extension Verb {
    private static let cell = Option(
        "at", .cell, "A cell of the frame instead of an element: column and row, from 1.")

    static let click = Verb(
        "click", "Focuses an element if it can have the focus, then activates it; or clicks a cell.",
        example: "click: { role: link, named: Edit, within: { role: row, named: Ada } }",
        shape: .short(.text, .target(for: "click", cell, alternatives: [cell.name]))
    ) { argument in
        if let position = argument[cell] { return ClickCellStep(position: position) }
        return argument.target.map { ClickStep(target: $0) }
    }

    static let focus = Verb("focus", "Moves the focus to an element.", example: "focus: Name", argument: .target) {
        FocusStep(target: $0)
    }
}

/// Activates an element.
struct ClickStep: StepAction {
    let target: Target

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .click) { node throws(SimulatorError) in try simulator.click(node) }
    }
}

/// Clicks whatever is at a cell of the frame.
struct ClickCellStep: StepAction {
    let position: Position

    func perform(in run: inout CaseRun) { run.simulator.click(at: position) }
}

/// Moves the focus to an element.
struct FocusStep: StepAction {
    let target: Target

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.focus(node) }
    }
}
