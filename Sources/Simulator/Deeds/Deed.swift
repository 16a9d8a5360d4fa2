import HTMLTree
import LiveClient
import TextLayout

/// What a person's input comes to on the page.
package enum Deed {
    /// Something is done to the text of a field, or to its selection.
    case edit(NodeID)
    /// Another of what a control offers is chosen.
    case choose(NodeID)
    /// An element is pressed, by the mouse or by a key.
    case press(NodeID)
    /// Enter submits the form of a field.
    case submit(from: NodeID)
    case dismiss(Banner)
    /// What a click asked is answered.
    case answer(Bool)
    /// Files are chosen in a file input; `paths` are where they lie on this machine, as far as that is known.
    case upload([ClientFile], in: NodeID, paths: [String])
    case goBack
    case goForward
    case reload
    case scroll(rows: Int)
    case resize(Size)
}

/// What a person did, before it is known what it comes to.
package enum PageInput {
    case key(Key)
    case paste(String)
    case mouse
    /// Something around the page, such as another size.
    case other
}
