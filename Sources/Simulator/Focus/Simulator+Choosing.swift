import HTMLTree

extension Simulator {
    /// Chooses among what the focused control offers.
    func choose(_ step: PageAction.Step) {
        guard let node = document.activeElement else { return }
        switch FocusKind(of: node, in: document) {
        case .select: chooseOption(step, of: node)
        case .radio: chooseRadio(step, in: node)
        case .slider: stepNumber(step, of: node, isSlider: true)
        case .textField(.number): stepNumber(step, of: node, isSlider: false)
        case .page, .textField, .textArea, .checkbox, .button, .link, .file, .other: return
        }
    }

    /// Chooses the option of the focused select that starts with what is typed.
    func chooseOption(startingWith letter: Character) {
        guard let select = document.activeElement, !document.isDisabled(select),
            let option = typeAhead.option(for: letter, in: select, of: document, at: clock.now)
        else { return }
        client.choose([option], of: select)
    }

    private func chooseOption(_ step: PageAction.Step, of select: NodeID) {
        let options = document.options(of: select).filter { !document.isDisabled($0) }
        guard !options.isEmpty, !document.isDisabled(select) else { return }
        let chosen = document.selectedOptions(of: select)
        let current = chosen.last.flatMap(options.firstIndex(of:))
        let wanted =
            switch step {
            case .next: min((current ?? -1) + 1, options.count - 1)
            case .previous: max((current ?? 1) - 1, 0)
            case .first: 0
            case .last: options.count - 1
            }
        guard chosen != [options[wanted]] else { return }
        client.choose([options[wanted]], of: select)
    }

    /// An arrow goes to another radio of the group, round at the ends, and ticks it.
    private func chooseRadio(_ step: PageAction.Step, in radio: NodeID) {
        let group = document.radioGroup(of: radio).filter { !document.isDisabled($0) && isDisplayed($0) }
        guard let place = group.firstIndex(of: radio), group.count > 1 else { return }
        let wanted =
            switch step {
            case .next: group[(place + 1) % group.count]
            case .previous: group[(place - 1 + group.count) % group.count]
            case .first: group[0]
            case .last: group[group.count - 1]
            }
        client.focus(wanted)
        client.dispatchClick(wanted)
    }

    private func stepNumber(_ step: PageAction.Step, of control: NodeID, isSlider: Bool) {
        guard !document.isDisabled(control), !document.isReadOnly(control) else { return }
        let steps = NumberSteps(of: control, in: document, isSlider: isSlider)
        let present = document.value(of: control)
        guard let value = steps.value(step, from: present), value != present else { return }
        client.input(value, into: control)
    }
}
