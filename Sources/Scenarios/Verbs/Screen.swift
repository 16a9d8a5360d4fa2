import Simulator
import TextLayout

extension Verb {
    private static let end = Option<ScrollStep.End>("to", .word, "An end of the page.")
    private static let rows = Option("by", .integer(-100_000...100_000), "Rows down; negative ones up.")

    static let scroll = Verb(
        "scroll", "Scrolls to an end of the page or by rows.", example: "scroll: { by: -3 }",
        shape: .mapping(.init("scroll", end, rows).choosing([end.name, rows.name]))
    ) { argument in
        if let rows = argument[rows] { return ScrollStep(move: .rows(rows)) }
        return argument[end].map { ScrollStep(move: .end($0)) }
    }

    static let resize = Verb(
        "resize", "Gives the terminal another size.", example: "resize: 40x12", argument: .size
    ) { ResizeStep(size: $0) }
}

/// Scrolls the page.
struct ScrollStep: StepAction {
    enum Move: Hashable, Sendable {
        case end(End)
        /// Down, or up where negative.
        case rows(Int)
    }

    enum End: String, Hashable, Sendable, CaseIterable {
        case top, bottom
    }

    let move: Move

    func perform(in run: inout CaseRun) {
        let simulator = run.simulator
        switch move {
        case .end(.top): simulator.scroll(by: -simulator.pageHeight)
        case .end(.bottom): simulator.scroll(by: simulator.pageHeight)
        case .rows(let rows): simulator.scroll(by: rows)
        }
    }
}

/// Gives the terminal another size.
struct ResizeStep: StepAction {
    let size: Size

    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) { run.simulator.resize(size) }
}
