/// How changes were shown, counted for tests.
struct PatchCounts {
    /// Single texts and attributes that were set, and ranges of children and rows that were replaced.
    var parts = 0
    /// Elements that were made anew with all in them.
    var elements = 0
    /// Views that were made anew as a whole.
    var views = 0
    /// Pieces of HTML that had to be parsed.
    var parses = 0

    mutating func add(_ changes: [PartChange]) {
        for change in changes {
            switch change {
            case .text, .attributes, .siblings: parts += 1
            case .element: elements += 1
            }
        }
    }
}
