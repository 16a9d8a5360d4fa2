import HTMLTree
import Simulator

/// The targets by which scenarios name the elements of a page, as text that can be put into a step.
package enum ElementTarget {
    /// The shortest target that means an element and no other; nil when it is not to be seen, or nothing tells it from
    /// others.
    package static func text(of node: NodeID, on simulator: Simulator) -> String? {
        TargetChooser(simulator: simulator).target(of: node, for: .look).map { YAMLWriter.flow($0.value) }
    }
}
