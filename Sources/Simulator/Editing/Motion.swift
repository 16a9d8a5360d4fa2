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
