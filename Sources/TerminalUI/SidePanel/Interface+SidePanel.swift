import Simulator

/// What stands beside the page, as far as keys and questions go.
extension Interface {
    /// Asks what is to be known before the session ends; without such a question it ends at once.
    func askLastQuestion() -> Reaction {
        guard let question = sidePanel?.lastQuestion else { return .quit }
        overlay = LinePrompt(question, isLast: true)
        return .none
    }

    var sidePanelHelp: [HelpLine] {
        (sidePanel?.keys ?? []).map { row in
            HelpLine(
                keys: row.keys.map(\.name).joined(separator: " "), does: row.does,
                group: sidePanel?.title ?? "")
        }
    }
}
