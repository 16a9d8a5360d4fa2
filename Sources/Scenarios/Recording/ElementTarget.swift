import HTMLTree
import Simulator

/// The targets by which scenarios name the elements of a page, as text that can be put into a step.
package enum ElementTarget {
    /// The shortest target that means an element and no other; nil when it is not to be seen, or nothing tells it from
    /// others.
    package static func text(of node: NodeID, on simulator: Simulator) -> String? {
        let document = simulator.document
        guard document.isAlive(node), simulator.isDisplayed(node) else { return nil }
        let isLarge = document.elements(below: document.root).dropFirst(mostElements).contains { _ in true }
        guard !isLarge else {
            let selector = try? Selector(CSSNames.unique(of: node, in: document))
            return selector.map { YAMLWriter.flow(ChosenTarget(target: Target(.css($0))).value) }
        }
        return TargetChooser(simulator: simulator).target(of: node, for: .look).map { YAMLWriter.flow($0.value) }
    }

    /// On a larger page nobody waits for its names and texts to be compared: its elements are named by selectors.
    private static let mostElements = 5_000
}
