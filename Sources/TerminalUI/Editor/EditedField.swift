import Basics
import HTMLTree
import Simulator

/// The text of a field while an editor has it.
struct EditedField {
    private let field: NodeID
    private let file: TemporaryText

    /// - Throws: `FileFailure` where there is no place for the text.
    init(_ field: NodeID, of simulator: Simulator) throws(FileFailure) {
        self.field = field
        file = try TemporaryText(simulator.document.value(of: field))
    }

    var request: EditRequest { EditRequest(path: file.path) }

    /// Takes the text back as one change, once the editor has ended, and removes the file.
    ///
    /// - Parameter problem: What went wrong with the editor; the field then keeps its text.
    /// - Returns: What went wrong, in words for people.
    func finish(problem: String?, in simulator: Simulator) -> String? {
        defer { file.remove() }
        if let problem { return problem }
        let text: String
        do throws(FileFailure) {
            text = try file.read()
        } catch {
            return "the edited text could not be read: \(error.reason)"
        }
        do throws(SimulatorError) {
            try simulator.take(text, editedIn: field)
            return nil
        } catch {
            return "the edited text was not taken: \(error.message)"
        }
    }
}
