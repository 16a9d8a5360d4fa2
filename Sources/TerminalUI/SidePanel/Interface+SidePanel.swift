import Simulator

/// What stands beside the page, as far as keys and questions go.
extension Interface {
    /// Asks what is to be known before the session ends; without such a question it ends at once.
    func askLastQuestion() -> Reaction {
        guard let question = sidePanel?.lastQuestion else { return .quit }
        linePrompt = LinePrompt(question, isLast: true)
        return .none
    }

    func pressInLinePrompt(_ key: Key) -> Reaction {
        guard let isLast = linePrompt?.isLast else { return .none }
        // Who quits from within the last question means its answer.
        let key = isLast && key == Key(.character("q"), .control) ? Key(.enter) : key
        switch linePrompt?.press(key) {
        case .open, nil: return .none
        case .cancelled:
            linePrompt = nil
            return .none
        case .answered:
            linePrompt = nil
            return isLast ? .quit : .none
        }
    }

    var sidePanelHelp: [HelpLine] {
        (sidePanel?.keys ?? []).map { row in
            HelpLine(
                keys: row.keys.map(\.name).joined(separator: " "), does: row.does,
                group: sidePanel?.title ?? "")
        }
    }
}
