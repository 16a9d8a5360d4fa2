import HTMLTree
import LiveClient
import Simulator
import TextLayout

extension Verb {
    private static let cell = Option(
        "at", .cell, "A cell of the frame instead of an element: column and row, from 1.")
    private static let button = Option<MouseButton>(
        "button", .word, "The button of the mouse; of all but the left one a page hears nothing. Left unless told.")
    private static let held = Option<[HeldKey]>("with", .oneOrMore(.word), "Keys that are held.")

    static let click = Verb(
        "click", "Focuses an element if it can have the focus, then activates it; or clicks a cell.",
        example: "click: { role: link, named: Edit, within: { role: row, named: Ada } }",
        shape: .short(.text, .target(for: "click", cell, button, held, alternatives: [cell.name]))
    ) { argument in
        let mouse = MouseClick(
            button: argument[button] ?? .left, modifiers: ClickModifiers((argument[held] ?? []).map(\.modifier)))
        if let position = argument[cell] { return ClickCellStep(position: position, mouse: mouse) }
        return argument.target.map { ClickStep(target: $0, mouse: mouse) }
    }

    static let focus = Verb("focus", "Moves the focus to an element.", example: "focus: Name", argument: .target) {
        FocusStep(target: $0)
    }
}

/// What is done with the mouse.
struct MouseClick: Hashable, Sendable {
    let button: MouseButton
    let modifiers: ClickModifiers
}

/// A key that is held during a click, by its name in browsers' events.
private enum HeldKey: String, CaseIterable {
    case ctrl, shift, alt, meta

    var modifier: ClickModifiers {
        switch self {
        case .ctrl: .control
        case .shift: .shift
        case .alt: .alt
        case .meta: .meta
        }
    }
}

/// Activates an element.
struct ClickStep: StepAction {
    let target: Target
    let mouse: MouseClick

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        // What only the focus hears of may be clicked wherever it is.
        try run.act(on: target, for: mouse.button == .left ? .click : .look) { node throws(SimulatorError) in
            try simulator.click(node, button: mouse.button, modifiers: mouse.modifiers)
        }
    }
}

/// Clicks whatever is at a cell of the frame.
struct ClickCellStep: StepAction {
    let position: Position
    let mouse: MouseClick

    func perform(in run: inout CaseRun) {
        run.simulator.click(at: position, button: mouse.button, modifiers: mouse.modifiers)
    }
}

/// Moves the focus to an element.
struct FocusStep: StepAction {
    let target: Target

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .focus) { node throws(SimulatorError) in try simulator.focus(node) }
    }
}
