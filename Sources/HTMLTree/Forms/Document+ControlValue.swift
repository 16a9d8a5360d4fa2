extension Document {
    /// What a control holds: the text as typed, or what the markup gives as long as nobody typed; of a select its chosen
    /// option's value, of a check box or radio what it sends when ticked, of a file input its first file's name.
    package func value(of node: NodeID) -> String {
        guard let kind = controlKind(of: node) else { return isHTML(node, "option") ? optionValue(of: node) : "" }
        switch kind {
        case .select: return selectedOptions(of: node).first.map(optionValue) ?? ""
        case .file: return files(of: node).first?.name ?? ""
        case .text, .textarea, .checkbox, .radio, .button, .image, .hidden, .range, .color, .output:
            return controls[node]?.value ?? defaultValue(of: node)
        }
    }

    /// Puts a value into a control, as a person does by typing, and the caret at its end.
    ///
    /// A check box, radio, button or hidden field takes it into its markup, as in a browser; a select chooses the option
    /// of that value.
    package func setValue(_ value: String, of node: NodeID) {
        guard let kind = controlKind(of: node) else { return }
        switch kind {
        case .text:
            setTypedValue(singleLine(value), of: node)
        case .textarea:
            setTypedValue(withLineFeeds(value), of: node)
        case .range:
            setTypedValue(rangeValue(value, of: node), of: node)
        case .color:
            setTypedValue(simpleColor(value), of: node)
        case .output:
            setTypedValue(value, of: node)
        case .checkbox, .radio, .button, .image, .hidden:
            setAttribute("value", to: value, of: node)
        case .select:
            let options = options(of: node)
            guard let chosen = options.first(where: { optionValue(of: $0) == value }) else { return }
            for option in options where option != chosen { setSelected(option, false) }
            setSelected(chosen, true)
        case .file:
            return
        }
    }

    /// What the markup says that a control holds.
    package func defaultValue(of node: NodeID) -> String {
        guard let kind = controlKind(of: node) else { return "" }
        switch kind {
        case .text: return singleLine(attribute("value", of: node) ?? "")
        case .textarea: return withLineFeeds(textContent(of: node))
        case .checkbox, .radio: return attribute("value", of: node) ?? "on"
        case .button, .image, .hidden: return attribute("value", of: node) ?? ""
        case .range: return rangeValue(attribute("value", of: node) ?? "", of: node)
        case .color: return simpleColor(attribute("value", of: node) ?? "")
        case .output: return textContent(of: node)
        case .file: return ""
        case .select: return options(of: node).last { hasAttribute("selected", of: $0) }.map(optionValue) ?? ""
        }
    }

    /// Forgets what a person typed, ticked or chose: the markup counts again.
    package func resetValue(of node: NodeID) {
        forgetState(of: node)
        guard case .select = controlKind(of: node) else { return }
        for option in options(of: node) { forgetState(of: option) }
    }

    /// Whether something was done to a control, or an option of it, since the markup said what it holds.
    package func isTouched(_ node: NodeID) -> Bool {
        if case .select = controlKind(of: node) { return options(of: node).contains { controls[$0]?.isChecked != nil } }
        return controls[node]?.value != nil || controls[node]?.isChecked != nil
    }

    private func forgetState(of node: NodeID) {
        guard controls.removeValue(forKey: node) != nil else { return }
        markChanged(node)
    }

    private func setTypedValue(_ value: String, of node: NodeID) {
        guard value != self.value(of: node) || controls[node]?.value == nil else { return }
        controls[node, default: ControlState()].value = value
        controls[node, default: ControlState()].selection = value.count..<value.count
        markChanged(node)
    }

    /// A colour as `#` and six digits in lower case; black for what is none (WHATWG 4.10.5.1.14).
    private func simpleColor(_ text: String) -> String {
        let text = text.lowercased()
        let isColor = text.utf8.count == 7 && text.hasPrefix("#") && text.dropFirst().allSatisfy(\.isHexDigit)
        return isColor ? text : "#000000"
    }

    /// A text without line breaks, as a one-line field holds it.
    private func singleLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
        return String(decoding: text.utf8.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    }

    /// A text whose line breaks are all line feeds.
    private func withLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var bytes: [UInt8] = []
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0D { bytes.append(0x0A) } else if byte != 0x0A || previous != 0x0D { bytes.append(byte) }
            previous = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A number kept between the ends of a slider; in the middle when it is none (WHATWG 4.10.5.1.13).
    private func rangeValue(_ text: String, of node: NodeID) -> String {
        let least = attribute("min", of: node).flatMap(HTMLNumber.parse) ?? 0
        let most = attribute("max", of: node).flatMap(HTMLNumber.parse) ?? 100
        guard let number = HTMLNumber.parse(text) else {
            return HTMLNumber.text(most < least ? least : least + (most - least) / 2)
        }
        return HTMLNumber.text(max(min(number, most), least))
    }
}

extension Document {
    /// What is selected in a text control, in grapheme clusters; the caret is the end. At the end of the text until
    /// somebody moves it; nil for other elements.
    package func selection(of node: NodeID) -> Range<Int>? {
        guard controlKind(of: node)?.isTextEntry == true else { return nil }
        let count = value(of: node).count
        guard let selection = controls[node]?.selection else { return count..<count }
        return selection.clamped(to: 0..<count)
    }

    /// Selects part of the text of a text control, or moves its caret.
    ///
    /// - Parameter selection: In grapheme clusters; what lies outside the text is cut off.
    package func setSelection(_ selection: Range<Int>, of node: NodeID) {
        guard controlKind(of: node)?.isTextEntry == true, self.selection(of: node) != selection else { return }
        controls[node, default: ControlState()].selection = selection.clamped(to: 0..<value(of: node).count)
        markChanged(node)
    }
}

extension Document {
    /// What is chosen in a file input, in the order of choosing.
    package func files(of node: NodeID) -> [ChosenFile] { controls[node]?.files ?? [] }

    /// Says what is chosen in a file input.
    package func setFiles(_ files: [ChosenFile], of node: NodeID) {
        guard controlKind(of: node) == .file, files != self.files(of: node) else { return }
        controls[node, default: ControlState()].files = files
        markChanged(node)
    }
}
