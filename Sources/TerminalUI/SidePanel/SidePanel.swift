import Simulator
import TextLayout

/// A panel beside the page whose content and keys are somebody else's, such as those of a recording.
package protocol SidePanel: AnyObject {
    var title: String { get }

    /// Oldest first; the newest stay in sight.
    var lines: [SidePanelLine] { get }

    /// What is to be said at the foot of the panel.
    var note: String? { get }

    /// The keys that work now; they come before the page's.
    var keys: [SidePanelKey] { get }

    /// Whether the mouse marks text on the page now, in place of working it.
    var takesMarks: Bool { get }

    /// Does what a key of the panel's own stands for.
    ///
    /// - Returns: What the person is asked first, if anything.
    func press(_ key: Key) -> SidePanelQuestion?

    /// Text was marked, from one cell of the page's picture to another.
    func mark(from start: Position, to end: Position)

    /// What the person is asked before the session ends, if anything.
    var lastQuestion: SidePanelQuestion? { get }
}

/// A line of a side panel.
package struct SidePanelLine: Hashable, Sendable {
    package let text: String
    /// Whether it is the one that the panel is about.
    package let isMarked: Bool

    package init(_ text: String, isMarked: Bool = false) {
        self.text = text
        self.isMarked = isMarked
    }
}

/// Keys of a side panel that do the same.
package struct SidePanelKey: Hashable, Sendable {
    package let keys: [Key]
    /// In one or two words, for the foot of the panel.
    package let short: String
    /// For the help.
    package let does: String

    package init(_ keys: [Key], _ short: String, _ does: String) {
        self.keys = keys
        self.short = short
        self.does = does
    }
}

/// Something a person answers in a line of text.
package struct SidePanelQuestion {
    package let label: String
    /// What stands there before anything is typed.
    package let text: String
    package let take: (String) -> Void

    package init(_ label: String, text: String = "", take: @escaping (String) -> Void) {
        self.label = label
        self.text = text
        self.take = take
    }
}
