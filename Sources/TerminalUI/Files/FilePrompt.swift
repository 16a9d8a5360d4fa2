import LiveClient
import Simulator
import TextLayout

/// Asks for the path of a file that a page wants, at the foot of the terminal.
final class FilePrompt: Overlay {
    private let label: String
    private let take: (ClientFile, _ path: String) -> Void
    /// What is wrong, or what the path can become.
    private var note: String?
    private var line = PromptLine()

    /// - Parameters:
    ///   - label: What the file is for.
    ///   - take: Gets the file that was chosen, and its path.
    init(label: String, take: @escaping (ClientFile, _ path: String) -> Void) {
        self.label = label
        self.take = take
    }

    let keyHelp = [
        HelpLine(keys: "enter", does: "choose the file", group: "File"),
        HelpLine(keys: "tab", does: "complete the path", group: "File"),
        HelpLine(keys: "escape", does: "choose none", group: "File"),
    ]

    func press(_ key: Key) -> OverlayOutcome {
        note = nil
        switch key {
        case Key(.escape): return .closed
        case Key(.enter): return choose()
        case Key(.tab): complete()
        default: line.press(key)
        }
        return .open
    }

    func paste(_ text: String) {
        note = nil
        line.paste(text)
    }

    /// A click puts it away, and means what it would have meant.
    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome { .passed }

    func draw(into frame: inout Frame, layout: ChromeLayout) {
        PromptBar(label: label, editor: line.editor, note: note).draw(into: &frame)
    }

    private func choose() -> OverlayOutcome {
        let path = line.text
        guard !path.isEmpty else { return .closed }
        do throws(LocalFiles.Refusal) {
            take(try LocalFiles.file(at: path), LocalFiles.expanded(path))
            return .closed
        } catch {
            note = error.description
            return .open
        }
    }

    private func complete() {
        let completion = PathCompletion(of: line.text, names: LocalFiles.names, isFolder: LocalFiles.isFolder)
        if completion.path == line.text, completion.candidates.isEmpty { note = "nothing there begins like that" }
        if completion.path != line.text { line = PromptLine(completion.path) }
        if !completion.candidates.isEmpty { note = completion.candidates.joined(separator: "  ") }
    }
}
