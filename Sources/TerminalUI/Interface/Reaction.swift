/// What an input asks of the session itself.
enum Reaction: Hashable {
    case none
    case quit
    case suspend
    /// Everything is to be drawn anew.
    case redraw
    /// Whether mouse reports are wanted.
    case mouse(Bool)
}
