import HTMLTree

/// The picture of one document: styles, boxes and where everything is, in cells.
///
/// An update lays out what changed since the last one and keeps the boxes of all other subtrees. Rows and columns count
/// from the top left corner of the page, which may be higher than what is shown.
public final class PageLayout {
    let document: Document

    public init(document: Document) {
        self.document = document
    }

    /// Lays out what changed since the last update.
    ///
    /// - Parameters:
    ///   - width: The columns that the page may use.
    ///   - marks: The key labels to draw, by element.
    public func update(width: Int, marks: [NodeID: Mark]) {}

    /// The rows of the whole page.
    public var height: Int { 0 }

    /// Draws the rows of the page from `scroll` on into an area of a frame.
    public func paint(into frame: inout Frame, area: Rect, scroll: Int) {}

    /// Where an element is on the page; an inline element that is broken over lines has several rectangles.
    public func rectangles(of node: NodeID) -> [Rect] { [] }

    /// The deepest element at a position of the page.
    public func node(at position: Position) -> NodeID? { nil }

    /// Whether styles let an element and all above it be shown.
    public func isDisplayed(_ node: NodeID) -> Bool { true }

    /// Where the caret of the focused text control is on the page.
    public var cursor: Position? { nil }

    /// The caret offset, in grapheme clusters, that a click at a position of the page means in a text control.
    public func caretOffset(at position: Position, in node: NodeID) -> Int? { nil }
}
