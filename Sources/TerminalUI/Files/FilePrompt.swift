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
    private var line = PromptLine()

    var editor: TextEditor { line.editor }

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
        default: line.press(key)
        }
        return .open
    }

    mutating func paste(_ text: String) {
        note = nil
        line.paste(text)
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
        if completion.path != editor.text { line = PromptLine(completion.path) }
        if !completion.candidates.isEmpty { note = completion.candidates.joined(separator: "  ") }
    }
}
