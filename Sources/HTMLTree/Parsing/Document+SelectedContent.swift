extension Document {
    /// Copies what is in the chosen option of a drop-down into its `selectedcontent` (WHATWG 4.10.17.2).
    func mirrorChoice(of select: NodeID) {
        // One that was in the old contents of another's mirror is gone.
        guard isAlive(select), !hasAttribute("multiple", of: select),
            let mirror = elements(below: select).first(where: { name(of: $0) == "selectedcontent" }),
            !ancestors(of: mirror).prefix(while: { $0 != select }).contains(where: isOption),
            let option = selectedOptions(of: select).first
        else { return }
        // Copied first, since the option itself may be in the mirror.
        let copies = children(of: option).map { copy($0) }
        removeChildren(of: mirror)
        for copy in copies { append(copy, to: mirror) }
    }

    private func isOption(_ node: NodeID) -> Bool { isElement(node) && name(of: node) == "option" }
}
