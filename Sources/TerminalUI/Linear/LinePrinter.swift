import TextLayout

/// Writes lines that are never changed again, and below them the one line on which a person types.
///
/// It uses no more of a terminal than a typewriter has: text, the end of a line, going back.
struct LinePrinter {
    /// The line on which one types: what is asked, and the text so far.
    struct Prompt: Equatable {
        var label: String
        /// Each character as it is shown.
        var characters: [String] = []
        /// The characters before the caret.
        var caret = 0
    }

    private(set) var output = ""
    private var prompt: Prompt?
    /// What of the prompt stands on the terminal, and where its caret is.
    private var shown: (cells: [String], caret: Int) = ([], 0)
    var columns = 80

    /// Writes a line above the prompt, which comes again with the next `show`.
    mutating func say(_ line: String) {
        endPrompt()
        output += line + "\n"
    }

    /// Shows the line on which one types; nil where nobody does.
    mutating func show(_ new: Prompt?) {
        guard new != prompt else { return }
        guard let new else { return endPrompt() }
        if prompt?.label != new.label {
            endPrompt()
            output += new.label
            shown = ([], 0)
        }
        prompt = new
        let (cells, caret) = window(of: new)
        if cells.starts(with: shown.cells), shown.caret == shown.cells.count, caret == cells.count {
            output += cells[shown.cells.count...].joined()
        } else {
            rewrite(cells)
            goBack(over: cells[caret...])
        }
        shown = (cells, caret)
    }

    mutating func take() -> String {
        defer { output = "" }
        return output
    }

    private mutating func endPrompt() {
        guard prompt != nil else { return }
        prompt = nil
        output += "\n"
    }

    /// Writes other characters where those of before stand.
    private mutating func rewrite(_ cells: [String]) {
        let common = zip(shown.cells, cells).prefix { $0 == $1 }.count
        if shown.caret > common {
            goBack(over: shown.cells[common..<shown.caret])
        } else {
            output += shown.cells[shown.caret..<common].joined()
        }
        let rest = cells[common...]
        output += rest.joined()
        let left = Self.width(shown.cells[common...]) - Self.width(rest)
        guard left > 0 else { return }
        output += String(repeating: " ", count: left) + String(repeating: "\u{8}", count: left)
    }

    private mutating func goBack(over cells: ArraySlice<String>) {
        output += String(repeating: "\u{8}", count: Self.width(cells))
    }

    /// As many characters around the caret as the line has room for: going back does not lead to the line above.
    private func window(of prompt: Prompt) -> (cells: [String], caret: Int) {
        let room = max(8, columns - TextWidth.width(of: prompt.label) - 1)
        guard Self.width(prompt.characters[...]) > room else { return (prompt.characters, prompt.caret) }
        var start = prompt.caret
        var width = 0
        while start > 0, width + TextWidth.width(of: prompt.characters[start - 1]) <= room * 2 / 3 {
            start -= 1
            width += TextWidth.width(of: prompt.characters[start])
        }
        var end = prompt.caret
        while end < prompt.characters.count, width + TextWidth.width(of: prompt.characters[end]) <= room {
            width += TextWidth.width(of: prompt.characters[end])
            end += 1
        }
        return (Array(prompt.characters[start..<end]), prompt.caret - start)
    }

    private static func width(_ cells: ArraySlice<String>) -> Int {
        cells.reduce(0) { $0 + TextWidth.width(of: $1) }
    }
}
