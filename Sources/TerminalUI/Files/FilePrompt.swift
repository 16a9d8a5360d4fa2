import HTMLTree
import LiveClient
import Simulator

/// Asks for the path of a file that a page wants, at the foot of the terminal.
struct FilePrompt {
    enum Outcome {
        case open
        case cancelled
        case chosen(ClientFile, path: String)
    }

    /// The file input that asks.
    let input: NodeID
    /// What the input is called.
    let label: String
    /// What is wrong, or what the path can become.
    private(set) var note: String?
    private(set) var editor = TextEditor("")
    private var killed: [Character] = []

    init(for input: NodeID, label: String) {
        self.input = input
        self.label = label
    }

    mutating func press(_ key: Key) -> Outcome {
        note = nil
        switch key {
        case Key(.escape): return .cancelled
        case Key(.enter): return take()
        case Key(.tab): complete()
        default:
            if let command = EditingKeys.command(for: key, isMultiline: false) {
                _ = editor.perform(command, killed: &killed)
            }
        }
        return .open
    }

    mutating func paste(_ text: String) {
        note = nil
        _ = editor.perform(.paste(text), killed: &killed)
    }

    private mutating func take() -> Outcome {
        let path = editor.text
        guard !path.isEmpty else { return .cancelled }
        do throws(LocalFiles.Refusal) {
            return .chosen(try LocalFiles.file(at: path), path: LocalFiles.expanded(path))
        } catch {
            note = error.description
            return .open
        }
    }

    private mutating func complete() {
        let completion = PathCompletion(of: editor.text, names: LocalFiles.names, isFolder: LocalFiles.isFolder)
        if completion.path == editor.text, completion.candidates.isEmpty { note = "nothing there begins like that" }
        if completion.path != editor.text { editor = TextEditor(completion.path) }
        if !completion.candidates.isEmpty { note = completion.candidates.joined(separator: "  ") }
    }
}
