extension Document {
    /// Copies what is in the chosen option of a drop-down into its `selectedcontent` (WHATWG 4.10.17.2).
    func mirrorChoice(of select: NodeID) {
        guard !hasAttribute("multiple", of: select),
            let mirror = elements(below: select).first(where: { name(of: $0) == "selectedcontent" }),
            !ancestors(of: mirror).prefix(while: { $0 != select }).contains(where: isOption),
            let option = selectedOptions(of: select).first
        else { return }
        removeChildren(of: mirror)
        for child in children(of: option) { append(clone(child), to: mirror) }
    }

    private func isOption(_ node: NodeID) -> Bool { isElement(node) && name(of: node) == "option" }
}
