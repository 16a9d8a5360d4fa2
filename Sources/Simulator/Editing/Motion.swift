/// A way through the text of a field.
package enum Motion: Hashable, Sendable, CaseIterable {
    case left, right
    /// Over blanks and marks, then to the far end of a word of letters and digits.
    case wordLeft, wordRight
    /// Over blanks, then to the start of what stands between blanks.
    case blankLeft
    /// To the start or end of the line; of the whole text where there is one line only.
    case lineStart, lineEnd
    /// To the same column of the line above or below.
    case up, down
    case textStart, textEnd
}

extension [Character] {
    /// The place that a motion leads to.
    ///
    /// - Parameter column: The column to keep when moving up or down; that of `place` unless told.
    func place(after motion: Motion, from place: Int, isMultiline: Bool, column: Int? = nil) -> Int {
        switch motion {
        case .left: Swift.max(0, place - 1)
        case .right: Swift.min(count, place + 1)
        case .wordLeft: startOfWord(before: place)
        case .wordRight: endOfWord(after: place)
        case .blankLeft: startBetweenBlanks(before: place)
        case .lineStart: isMultiline ? startOfLine(at: place) : 0
        case .lineEnd: isMultiline ? endOfLine(at: place) : count
        case .up: isMultiline ? placeAbove(place, column: column ?? self.column(of: place)) : place
        case .down: isMultiline ? placeBelow(place, column: column ?? self.column(of: place)) : place
        case .textStart: 0
        case .textEnd: count
        }
    }

    /// The offset of a place in its line.
    func column(of place: Int) -> Int { place - startOfLine(at: place) }

    private func startOfLine(at place: Int) -> Int {
        (self[..<place].lastIndex(of: "\n") ?? -1) + 1
    }

    private func endOfLine(at place: Int) -> Int {
        self[place...].firstIndex(of: "\n") ?? count
    }

    /// In the first line, the start of the text.
    private func placeAbove(_ place: Int, column: Int) -> Int {
        let start = startOfLine(at: place)
        guard start > 0 else { return 0 }
        return Swift.min(startOfLine(at: start - 1) + column, start - 1)
    }

    /// In the last line, the end of the text.
    private func placeBelow(_ place: Int, column: Int) -> Int {
        let end = endOfLine(at: place)
        guard end < count else { return count }
        return Swift.min(end + 1 + column, endOfLine(at: end + 1))
    }

    private func startOfWord(before place: Int) -> Int {
        var place = place
        while place > 0, !self[place - 1].isPartOfWord { place -= 1 }
        while place > 0, self[place - 1].isPartOfWord { place -= 1 }
        return place
    }

    private func endOfWord(after place: Int) -> Int {
        var place = place
        while place < count, !self[place].isPartOfWord { place += 1 }
        while place < count, self[place].isPartOfWord { place += 1 }
        return place
    }

    private func startBetweenBlanks(before place: Int) -> Int {
        var place = place
        while place > 0, self[place - 1].isWhitespace { place -= 1 }
        while place > 0, !self[place - 1].isWhitespace { place -= 1 }
        return place
    }
}

extension Character {
    fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}

/// What a keystroke or a paste does to the text of a field.
package enum EditCommand: Hashable, Sendable {
    /// Writes in place of the selection. In fields of one line, line ends become blanks.
    case insert(String)
    /// Writes in place of the selection, and is always taken back in one piece.
    case paste(String)
    case move(Motion)
    /// Removes the selection, or what lies between the caret and where the motion leads.
    case delete(Motion)
    /// Removes like `delete` and keeps what was removed, to be yanked. Kills in a row are kept together.
    case kill(Motion)
    /// Writes what was killed last.
    case yank
    case undo, redo
    case selectAll
}
