import HTMLTree

/// The states of the elements that have one.
final class NodeTable {
    private(set) var states: [NodeID: NodeState] = [:]

    subscript(node: NodeID) -> NodeState {
        get { states[node] ?? NodeState() }
        _modify { yield &states[node, default: NodeState()] }
    }

    /// What is remembered of an element; nil when that is nothing.
    func state(of node: NodeID) -> NodeState? { states[node] }

    func has(_ node: NodeID) -> Bool { states[node] != nil }

    func forget(_ node: NodeID) { states[node] = nil }
}
