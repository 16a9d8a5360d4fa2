import HTMLTree
import LiveProtocol

/// How a person wants to work a page in the terminal, and what is there beside the page.
package struct TerminalOptions {
    /// What the sessions of the page say that they do, for the inspector; nil where the page's host lets nobody see.
    package var recorder: SessionRecorder?
    /// Whether clicks and the wheel work the page from the start; a key leaves them to the terminal.
    package var usesMouse = true
    /// Whether the bell rings at a banner of an error.
    package var rings = false
    package var looks = TerminalLooks()
    /// The person's own map of keys.
    package var keyFile: KeyFile?
    /// What stands beside the page.
    package var sidePanel: (any SidePanel)?
    /// What goes on beside the page and may end the session.
    package var companion: (any PageCompanion)?
    /// What the app has beside the page.
    package var directory = AppDirectory()
    /// Where pictures are written; the working folder when empty.
    package var pictureFolder = ""
    /// The target by which scenarios name an element; nil for one that none means alone.
    package var target: ((NodeID) -> String?)?

    package init() {}
}
