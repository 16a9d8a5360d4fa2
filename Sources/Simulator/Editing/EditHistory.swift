/// The changes of a field's text, to be taken back and made again.
struct EditHistory: Hashable, Sendable {
    struct Edit: Hashable, Sendable {
        var start: Int
        var removed: [Character]
        var inserted: [Character]
        /// The selection before the change.
        var selection: Range<Int>
    }

    /// How many changes are kept.
    static let limit = 500

    private var done: [Edit] = []
    private var undone: [Edit] = []
    /// Whether typing on belongs to the last change.
    private var isOpen = false

    /// Ends the run of typing that is taken back in one piece.
    mutating func close() { isOpen = false }

    /// Keeps a change.
    ///
    /// - Parameter isTyping: Whether it is a typed character, which joins the word that is being typed.
    mutating func record(_ edit: Edit, isTyping: Bool) {
        undone.removeAll()
        let startsWord = edit.inserted.first?.isWhitespace == false
        if isTyping, isOpen, edit.removed.isEmpty, let last = done.last,
            last.start + last.inserted.count == edit.start,
            !(startsWord && last.inserted.last?.isWhitespace == true)
        {
            done[done.count - 1].inserted += edit.inserted
        } else {
            done.append(edit)
            if done.count > Self.limit { done.removeFirst() }
        }
        isOpen = isTyping
    }

    /// The change to take back now; nil when there is none.
    mutating func takeDone() -> Edit? {
        isOpen = false
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        return edit
    }

    /// The change to make again now; nil when there is none.
    mutating func takeUndone() -> Edit? {
        isOpen = false
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        return edit
    }
}
