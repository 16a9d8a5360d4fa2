import HTMLTree

/// What shows a part of the page and knows where elements are; the client itself has no geometry.
package protocol Viewport: AnyObject {
    /// How many rows of the page are shown.
    var height: Int { get }

    /// The rows of an element, counted from the first that is shown; nil when it has none.
    func rowsInView(of node: NodeID) -> Range<Int>?

    /// Scrolls an element to an edge of what is shown.
    func scroll(_ node: NodeID, to edge: ViewportEdge)
}

/// Where an element is brought to.
package enum ViewportEdge: Hashable, Sendable {
    case top
    case bottom
}
