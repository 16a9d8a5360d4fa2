import HTMLTree

/// A form control, or another element that is drawn as a whole and not by what is inside it.
final class ControlContent {
    /// What is drawn.
    enum Kind {
        case field
        case textarea
        case checkbox
        case radio
        case menu
        case listBox
        /// A button made by `input`, with its text.
        case button(String)
        /// A button that asks for files, and what is chosen beside it.
        case fileInput
        case range
        case gauge
        case color
    }

    let kind: Kind
    var runs: [TextRun] = []
    /// Where the caret is in the box; nil outside of the focused text control.
    var caret: Position?
    /// What of a text control is scrolled out of its box, to the left and to the top.
    var scrolledOut = Size(columns: 0, rows: 0)
    /// The lines of a text control as it is drawn, for caret and clicks.
    var lines: [FieldLine] = []

    init(_ kind: Kind) { self.kind = kind }
}
