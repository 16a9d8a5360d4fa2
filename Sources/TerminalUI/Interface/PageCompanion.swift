/// What goes on beside a page and may have something to tell of it, or end its session, such as a build of the program.
package protocol PageCompanion: AnyObject {
    /// When it wants to look again, since the start.
    var nextLook: Duration { get }

    /// Looks, at a time since the start.
    ///
    /// - Returns: What the person is to be told, if there is news.
    func look(at time: Duration) -> CompanionNews?

    /// In a few words, for the border of the page; empty when there is nothing to say.
    var status: String { get }

    /// Whether the session is over.
    var isOver: Bool { get }
}

/// Something told over a page until the next key.
package struct CompanionNews: Hashable, Sendable {
    package var text: String
    package var isProblem: Bool

    package init(_ text: String, isProblem: Bool) {
        self.text = text
        self.isProblem = isProblem
    }
}
