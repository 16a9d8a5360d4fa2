extension Document {
    /// What is selected in a text control, in grapheme clusters; the caret is the end. At the end of the text until
    /// somebody moves it; nil for other elements.
    public func selection(of node: NodeID) -> Range<Int>? {
        guard controlKind(of: node)?.isTextEntry == true else { return nil }
        let count = value(of: node).count
        guard let selection = controls[node]?.selection else { return count..<count }
        return selection.clamped(to: 0..<count)
    }

    /// Selects part of the text of a text control, or moves its caret.
    ///
    /// - Parameter selection: In grapheme clusters; what lies outside the text is cut off.
    public func setSelection(_ selection: Range<Int>, of node: NodeID) {
        guard controlKind(of: node)?.isTextEntry == true, self.selection(of: node) != selection else { return }
        controls[node, default: ControlState()].selection = selection.clamped(to: 0..<value(of: node).count)
        markChanged(node)
    }
}
