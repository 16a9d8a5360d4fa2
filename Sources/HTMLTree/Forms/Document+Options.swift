import Basics

extension Document {
    /// The options of a select, in tree order.
    package func options(of select: NodeID) -> [NodeID] {
        elements(below: select).filter { isHTML($0, "option") }
    }

    /// The chosen options of a select, in tree order; disabled ones among them (WHATWG 4.10.7).
    ///
    /// A drop-down has one: the last that is marked, or the first that is not disabled where none is.
    package func selectedOptions(of select: NodeID) -> [NodeID] {
        let options = options(of: select)
        let marked = options.filter(isMarkedSelected)
        if hasAttribute("multiple", of: select) { return marked }
        if let last = marked.last { return [last] }
        guard displaySize(of: select) == 1 else { return [] }
        return options.first { !isDisabled($0) }.map { [$0] } ?? []
    }

    /// Chooses an option or takes the choice back; a select that is not `multiple` keeps one choice.
    package func setSelected(_ option: NodeID, _ isSelected: Bool) {
        if isSelected, let select = select(of: option), !hasAttribute("multiple", of: select) {
            for other in options(of: select) where other != option { setOptionState(false, of: other) }
        }
        setOptionState(isSelected, of: option)
    }

    /// The text of an option as a person reads it, white space folded; its `label` where it has no text.
    package func optionText(of option: NodeID) -> String {
        let text = textContent(of: option).foldingWhitespace()
        return text.isEmpty ? attribute("label", of: option) ?? "" : text
    }

    /// What an option sends: its `value`, or its text.
    package func optionValue(of option: NodeID) -> String {
        attribute("value", of: option) ?? textContent(of: option).foldingWhitespace()
    }

    /// The select that an option belongs to.
    package func select(of option: NodeID) -> NodeID? {
        ancestors(of: option).first { isHTML($0, "select") }
    }

    /// How many rows a select shows at once; 1 is a drop-down.
    package func displaySize(of select: NodeID) -> Int {
        if let size = attribute("size", of: select).flatMap({ Int($0) }), size > 0 { return size }
        return hasAttribute("multiple", of: select) ? 4 : 1
    }

    func isSelected(_ option: NodeID) -> Bool {
        guard let select = select(of: option) else { return isMarkedSelected(option) }
        return selectedOptions(of: select).contains(option)
    }

    private func isMarkedSelected(_ option: NodeID) -> Bool {
        controls[option]?.isChecked ?? hasAttribute("selected", of: option)
    }

    private func setOptionState(_ isSelected: Bool, of option: NodeID) {
        setCheckedState(isSelected, of: option)
        if let select = select(of: option) { markChanged(select) }
    }
}
