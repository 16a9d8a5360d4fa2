/// The text of one field while a person edits it, in grapheme clusters.
///
/// A value: nothing outside changes. All places are counted in grapheme clusters, so that no key ever splits an emoji or
/// takes an accent from its letter.
package struct TextEditor: Hashable, Sendable {
    /// What a command changed.
    package enum Effect: Hashable, Sendable {
        case nothing
        case selection
        /// The text, and mostly the selection too.
        case text
    }

    package private(set) var characters: [Character]
    /// What is selected; the caret is its end.
    package private(set) var selection: Range<Int>
    package var traits: FieldTraits

    private var history = EditHistory()
    /// The column that moving up and down returns to after shorter lines.
    private var wantedColumn: Int?
    /// Whether the last command was a kill, so that the next one adds to what it kept.
    private var isKilling = false

    /// - Parameter selection: In grapheme clusters; what lies outside the text is cut off. The end of the text unless told.
    package init(_ text: some StringProtocol, selection: Range<Int>? = nil, traits: FieldTraits = FieldTraits()) {
        characters = Array(text)
        self.selection = (selection ?? characters.count..<characters.count).clamped(to: 0..<characters.count)
        self.traits = traits
    }

    package var text: String { String(characters) }

    package var caret: Int { selection.upperBound }

    /// Puts the selection elsewhere, as a click does.
    package mutating func select(_ range: Range<Int>) {
        selection = range.clamped(to: 0..<characters.count)
        endRuns()
    }

    /// Does what a key asks for.
    ///
    /// - Parameter killed: What was killed last, in whatever field.
    package mutating func perform(_ command: EditCommand, killed: inout [Character]) -> Effect {
        let before = selection
        var changed = false
        let wasKilling = isKilling
        isKilling = false
        switch command {
        case .insert(let text):
            wantedColumn = nil
            changed = insert(traits.accepted(text), isTyping: true)
        case .paste(let text):
            endRuns()
            changed = insert(traits.accepted(text), isTyping: false)
        case .yank:
            endRuns()
            changed = insert(traits.accepted(String(killed)), isTyping: false)
        case .move(let motion):
            move(motion)
        case .delete(let motion):
            endRuns()
            changed = remove(to: motion) != nil
        case .kill(let motion):
            endRuns()
            guard let removed = remove(to: motion) else { break }
            isKilling = true
            let isBackward = removed.place < before.upperBound
            let kept = wasKilling ? killed : []
            killed = isBackward ? removed.characters + kept : kept + removed.characters
            changed = true
        case .undo:
            guard !traits.isReadOnly, let edit = history.takeDone() else { return .nothing }
            characters.replaceSubrange(edit.start..<edit.start + edit.inserted.count, with: edit.removed)
            selection = edit.selection
            changed = true
        case .redo:
            guard !traits.isReadOnly, let edit = history.takeUndone() else { return .nothing }
            characters.replaceSubrange(edit.start..<edit.start + edit.removed.count, with: edit.inserted)
            let end = edit.start + edit.inserted.count
            selection = end..<end
            changed = true
        case .selectAll:
            select(0..<characters.count)
        }
        return changed ? .text : selection != before ? .selection : .nothing
    }

    private mutating func endRuns() {
        history.close()
        wantedColumn = nil
    }

    private mutating func move(_ motion: Motion) {
        history.close()
        if motion != .up, motion != .down { wantedColumn = nil }
        let target: Int
        switch motion {
        case .left where !selection.isEmpty: target = selection.lowerBound
        case .right where !selection.isEmpty: target = selection.upperBound
        case .up, .down:
            let column = wantedColumn ?? characters.column(of: caret)
            target = characters.place(after: motion, from: caret, isMultiline: traits.isMultiline, column: column)
            wantedColumn = column
        case .left, .right, .wordLeft, .wordRight, .blankLeft, .lineStart, .lineEnd, .textStart, .textEnd:
            target = characters.place(after: motion, from: caret, isMultiline: traits.isMultiline)
        }
        selection = target..<target
    }

    /// Removes the selection, or up to where a motion leads; nil when there is nothing to remove.
    private mutating func remove(to motion: Motion) -> (characters: [Character], place: Int)? {
        guard !traits.isReadOnly else { return nil }
        var range = selection
        if range.isEmpty {
            var target = characters.place(after: motion, from: caret, isMultiline: traits.isMultiline)
            // At the end of a line, what is to its end is the line end itself.
            if motion == .lineEnd, target == caret, caret < characters.count { target += 1 }
            range = min(caret, target)..<max(caret, target)
        }
        guard !range.isEmpty else { return nil }
        let removed = Array(characters[range])
        replace(range, with: [], isTyping: false)
        return (removed, range.lowerBound)
    }

    /// Writes in place of the selection as much as the field has room for.
    private mutating func insert(_ text: [Character], isTyping: Bool) -> Bool {
        guard !traits.isReadOnly else { return false }
        var text = text
        if let limit = traits.maximumLength {
            var room = limit - characters.codeUnits + characters[selection].codeUnits
            var fitting = 0
            for character in text {
                room -= character.utf16.count
                guard room >= 0 else { break }
                fitting += 1
            }
            text.removeSubrange(fitting...)
        }
        guard !text.isEmpty else { return false }
        replace(selection, with: text, isTyping: isTyping)
        return true
    }

    /// Replaces a part of the text, keeps the change, and puts the caret behind it.
    private mutating func replace(_ range: Range<Int>, with text: [Character], isTyping: Bool) {
        let splice = Splice(of: characters, range: range, with: text)
        let edit = EditHistory.Edit(
            start: splice.range.lowerBound, removed: Array(characters[splice.range]), inserted: splice.characters,
            selection: selection)
        characters.replaceSubrange(splice.range, with: splice.characters)
        history.record(edit, isTyping: isTyping)
        selection = splice.caret..<splice.caret
    }
}

extension Collection<Character> {
    /// The length in UTF-16 code units, which `maxlength` counts.
    fileprivate var codeUnits: Int { reduce(0) { $0 + $1.utf16.count } }
}

/// A replacement of some grapheme clusters by others, such that the result is divided into clusters as a text is.
///
/// A written mark may join the letter before it, and two halves of a flag that come to stand together are one cluster.
private struct Splice {
    /// What is replaced; more than was asked for where clusters join.
    let range: Range<Int>
    let characters: [Character]
    /// The first place between clusters that is not before the end of the written text.
    let caret: Int

    init(of text: [Character], range: Range<Int>, with written: [Character]) {
        let lower = max(0, range.lowerBound - 1)
        var reach = 1
        while true {
            let upper = min(text.count, range.upperBound + reach)
            let head = text[lower..<range.lowerBound]
            let tail = text[range.upperBound..<upper]
            let divided = Array(String(head) + String(written) + String(tail))
            // Clusters join to the right as long as the last of them is not what it was (flags beside flags).
            if upper < text.count, divided.last != tail.last {
                reach *= 2
                continue
            }
            let joinsHead = !divided.starts(with: head)
            let joinsTail = divided.count < tail.count || !divided.suffix(tail.count).elementsEqual(tail)
            let start = joinsHead ? lower : range.lowerBound
            let end = joinsTail ? upper : range.upperBound
            self.range = start..<end
            characters = Array(divided.dropFirst(start - lower).dropLast(upper - end))
            var bytes = head.bytes + written.bytes
            var place = lower
            for character in divided where bytes > 0 {
                bytes -= character.utf8.count
                place += 1
            }
            caret = place
            return
        }
    }
}

extension Collection<Character> {
    fileprivate var bytes: Int { reduce(0) { $0 + $1.utf8.count } }
}
