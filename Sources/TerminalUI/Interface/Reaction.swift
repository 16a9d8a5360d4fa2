/// What an interface asks of the session itself.
enum Reaction: Hashable {
    case none
    case quit
    case suspend
    /// Everything is to be drawn anew.
    case redraw
    /// Whether mouse reports are wanted.
    case mouse(Bool)
    /// Text is to be put on the clipboard.
    case copy(String)
    case ring
    /// The terminal is lent to an editor; the interface is told when it is back.
    case edit(EditRequest)
}
