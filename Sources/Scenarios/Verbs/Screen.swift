import Simulator
import TextLayout

extension Verb {
    private static let end = Option<ScrollStep.End>("to", .word, "An end of the page.")
    private static let rows = Option("by", .integer(-100_000...100_000), "Rows down; negative ones up.")
    private static let element = Option("into", .target, "An element that is to be seen, as far as it takes.")

    static let scroll = Verb(
        "scroll", "Scrolls to an end of the page, by rows, or an element into view.", example: "scroll: { by: -3 }",
        shape: .mapping(.init("scroll", end, rows, element).choosing([end.name, rows.name, element.name]))
    ) { argument in
        if let rows = argument[rows] { return ScrollStep(move: .rows(rows)) }
        if let target = argument[element] { return ScrollStep(move: .element(target)) }
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
        /// As little as it takes to show an element.
        case element(Target)
    }

    enum End: String, Hashable, Sendable, CaseIterable {
        case top, bottom
    }

    let move: Move

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        switch move {
        case .end(.top): simulator.scroll(by: -simulator.pageHeight)
        case .end(.bottom): simulator.scroll(by: simulator.pageHeight)
        case .rows(let rows): simulator.scroll(by: rows)
        case .element(let target): simulator.reveal(try run.find(target, for: .look))
        }
    }
}

/// Gives the terminal another size.
struct ResizeStep: StepAction {
    let size: Size

    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) { run.simulator.resize(size) }
}
