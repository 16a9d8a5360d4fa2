import HTMLTree

/// The states of the elements that have one.
struct NodeTable {
    private(set) var states: [NodeID: NodeState] = [:]

    /// The elements that have a hook.
    private(set) var hooked: Set<NodeID> = []

    subscript(node: NodeID) -> NodeState {
        get { states[node] ?? NodeState() }
        _modify { yield &states[node, default: NodeState()] }
    }

    mutating func setHook(_ hook: HookInstance?, of node: NodeID) {
        self[node].hook = hook
        if hook == nil { hooked.remove(node) } else { hooked.insert(node) }
    }

    func has(_ node: NodeID) -> Bool { states[node] != nil }

    mutating func forget(_ node: NodeID) {
        states[node] = nil
        hooked.remove(node)
    }
}
