import Basics

extension Document {
    /// Why a control would keep its form from being submitted; nil when it would not, or is not asked
    /// (WHATWG 4.10.20: disabled, read-only and hidden controls and buttons are not).
    package func validityProblem(of node: NodeID) -> ValidityProblem? {
        guard let kind = controlKind(of: node), isValidated(node, kind) else { return nil }
        if isRequired(node), let missing = missing(node, kind) { return .missing(missing) }
        switch kind {
        case .text(let kind): return textProblem(node, kind)
        case .textarea: return lengthProblem(node, value(of: node))
        case .checkbox, .radio, .select, .button, .image, .hidden, .file, .range, .color, .output: return nil
        }
    }

    /// Whether an element satisfies all that is asked of it; of a form or fieldset whether all its controls do. Nil where
    /// nothing can be asked.
    func isValid(_ node: NodeID) -> Bool? {
        if isHTML(node, "form") { return controls(of: node).allSatisfy { validityProblem(of: $0) == nil } }
        if isHTML(node, "fieldset") { return elements(below: node).allSatisfy { validityProblem(of: $0) == nil } }
        guard let kind = controlKind(of: node), isValidated(node, kind) else { return nil }
        return validityProblem(of: node) == nil
    }

    /// Whether a person has been through with a control: has left it after a change, or tried to send its form.
    package func isUsed(_ node: NodeID) -> Bool { controls[node]?.isUsed == true }

    /// Lets what is wrong with a control be told from now on (WHATWG 4.10.18.2, user validity).
    package func setUsed(_ node: NodeID, _ isUsed: Bool = true) {
        guard self.isUsed(node) != isUsed, controlKind(of: node) != nil else { return }
        controls[node, default: ControlState()].isUsed = isUsed
        markChanged(node)
    }

    /// Whether a person changed a control.
    func hasEdits(_ node: NodeID) -> Bool {
        guard let state = controls[node] else { return false }
        if let value = state.value, value != defaultValue(of: node) { return true }
        return state.isChecked != nil || state.dateEntry?.isEmpty == false
    }

    private func isValidated(_ node: NodeID, _ kind: ControlKind) -> Bool {
        switch kind {
        case .hidden, .output, .button(.reset), .button(.button): return false
        case .text, .textarea, .checkbox, .radio, .select, .button(.submit), .image, .file, .range, .color:
            return !isDisabled(node) && !isReadOnly(node) && !isInDatalist(node)
        }
    }

    private func missing(_ node: NodeID, _ kind: ControlKind) -> ValidityProblem.Missing? {
        switch kind {
        case .text(let kind): value(of: node).isEmpty || !kind.accepts(value(of: node)) ? .text : nil
        case .textarea: value(of: node).isEmpty ? .text : nil
        case .checkbox: isChecked(node) ? nil : .tick
        case .radio: radioGroup(of: node).contains(where: isChecked) ? nil : .choiceOfGroup
        case .select: hasChoice(node) ? nil : .choiceOfList
        case .file: files(of: node).isEmpty ? .file : nil
        case .button, .image, .hidden, .range, .color, .output: nil
        }
    }

    /// Whether something is chosen that is not the drop-down's first, empty "please choose" option.
    private func hasChoice(_ select: NodeID) -> Bool {
        let placeholder = options(of: select).first.flatMap { first in
            displaySize(of: select) == 1 && optionValue(of: first).isEmpty && parent(of: first) == select ? first : nil
        }
        return selectedOptions(of: select).contains { !isDisabled($0) && $0 != placeholder }
    }

    private func textProblem(_ node: NodeID, _ kind: TextInputKind) -> ValidityProblem? {
        let text = value(of: node)
        guard !text.isEmpty else { return nil }
        if kind.isNumeric {
            guard let number = kind.number(text) else { return .notOfKind(kind, text: text) }
            return rangeProblem(node, kind, number)
        }
        let addresses =
            kind == .email && hasAttribute("multiple", of: node)
            ? text.split(separator: ",", omittingEmptySubsequences: false).map { $0.foldingWhitespace() } : [text]
        for address in addresses {
            if kind == .email, !Address.isEmail(address) { return .notOfKind(kind, text: address) }
            if kind == .url, !Address.isURL(address) { return .notOfKind(kind, text: address) }
        }
        // What is no regular expression asks for nothing, and neither does one whose search would not end.
        if let pattern = attribute("pattern", of: node).flatMap({ try? TextPattern($0, dialect: .html) }) {
            for address in addresses where pattern.matchWhole(address) == .notFound {
                return .patternMismatch(hint: attribute("title", of: node))
            }
        }
        return lengthProblem(node, text)
    }

    /// Lengths count only for what a person typed, and in UTF-16 code units, as in a browser.
    private func lengthProblem(_ node: NodeID, _ text: String) -> ValidityProblem? {
        guard controls[node]?.value != nil, !text.isEmpty else { return nil }
        let count = text.utf16.count
        if let limit = attribute("maxlength", of: node).flatMap({ Int($0) }), limit >= 0, count > limit {
            return .tooLong(count: count, limit: limit)
        }
        if let limit = attribute("minlength", of: node).flatMap({ Int($0) }), count < limit {
            return .tooShort(count: count, limit: limit)
        }
        return nil
    }

    private func rangeProblem(_ node: NodeID, _ kind: TextInputKind, _ number: Double) -> ValidityProblem? {
        let least = attribute("min", of: node)
        let most = attribute("max", of: node)
        if let least, let limit = kind.number(least), number < limit { return .tooSmall(limit: least) }
        if let most, let limit = kind.number(most), number > limit { return .tooLarge(limit: most) }
        return stepProblem(node, kind, number, least: least)
    }

    private func stepProblem(
        _ node: NodeID, _ kind: TextInputKind, _ number: Double, least: String?
    ) -> ValidityProblem? {
        let written = attribute("step", of: node)
        if let written, ASCIIText.lowercased(written) == "any" { return nil }
        let (unit, standard) = kind.stepScale
        let step = (written.flatMap(HTMLNumber.parse).flatMap { $0 > 0 ? $0 : nil } ?? standard) * unit
        let base = least.flatMap(kind.number) ?? attribute("value", of: node).flatMap(kind.number) ?? kind.stepBase
        let steps = (number - base) / step
        guard abs(steps - steps.rounded()) > 1e-7 * max(1, abs(steps)) else { return nil }
        guard kind == .number else { return .stepMismatch(below: nil, above: nil) }
        let below = base + steps.rounded(.down) * step
        return .stepMismatch(below: HTMLNumber.text(below), above: HTMLNumber.text(below + step))
    }
}
