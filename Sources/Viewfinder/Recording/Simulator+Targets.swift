import HTMLTree
import Scenarios
import Simulator

extension Simulator {
    /// Gives the target by which a scenario names an element alone; nil where none does, or the element is not to be seen.
    package var scenarioTargets: (NodeID) -> String? {
        { [unowned self] node in ElementTarget.text(of: node, on: self) }
    }
}
