import HTMLTree

/// The states of the elements that have one.
struct NodeTable {
    private(set) var states: [NodeID: NodeState] = [:]

    subscript(node: NodeID) -> NodeState {
        get { states[node] ?? NodeState() }
        _modify { yield &states[node, default: NodeState()] }
    }

    func has(_ node: NodeID) -> Bool { states[node] != nil }

    mutating func forget(_ node: NodeID) { states[node] = nil }
}
