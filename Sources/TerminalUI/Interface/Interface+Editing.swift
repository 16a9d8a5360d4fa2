import Basics
import HTMLTree

extension Interface {
    /// Does what the last input made the page ask the person for: a file, or the text of a field in their own editor.
    func answerPage() -> Reaction {
        askForFile()
        return simulator.editRequest.map(edit) ?? .none
    }

    private func edit(_ field: NodeID) -> Reaction {
        do throws(FileFailure) {
            let edited = try EditedField(field, of: simulator)
            onEditorEnd = { [unowned self] problem in
                if let trouble = edited.finish(problem: problem, in: simulator) { problems.tell(trouble) }
            }
            return .edit(edited.request)
        } catch {
            problems.tell("the text could not be given to an editor: \(error.reason)")
            return .none
        }
    }
}
