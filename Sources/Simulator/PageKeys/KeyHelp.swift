/// One line of help: keys that work now, and what they do.
package struct KeyHelp: Hashable, Sendable {
    /// The headings of help, in the order in which they are shown.
    package enum Group: String, Hashable, Sendable, CaseIterable {
        case own = "This page"
        case banners = "Banners"
        case acting = "Acting"
        case choosing = "Choosing"
        case moving = "Moving"
        case rows = "Rows"
        case editing = "Editing"
        case scrolling = "Scrolling"
        case history = "History"
        case hints = "Hints"

        package var title: String { rawValue }
    }

    /// The names of the keys, the first of which is the one to show where there is room for one; divided by blanks.
    package let keys: String
    /// In words that go on after "this key does": `dismiss the newest banner`.
    package let does: String
    package let group: Group

    init(_ keys: [Key], _ does: String, _ group: Group) {
        self.keys = keys.map(\.name).joined(separator: " ")
        self.does = does
        self.group = group
    }

    init(keys: String, _ does: String, _ group: Group) {
        self.keys = keys
        self.does = does
        self.group = group
    }
}
