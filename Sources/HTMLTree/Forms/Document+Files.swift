extension Document {
    /// What is chosen in a file input, in the order of choosing.
    public func files(of node: NodeID) -> [ChosenFile] { controls[node]?.files ?? [] }

    /// Says what is chosen in a file input.
    public func setFiles(_ files: [ChosenFile], of node: NodeID) {
        guard controlKind(of: node) == .file, files != self.files(of: node) else { return }
        controls[node, default: ControlState()].files = files
        markChanged(node)
    }
}
