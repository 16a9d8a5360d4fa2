import HTMLTree
import LiveClient

/// Moves the focus by Tab.
final class FocusMover {
    private let page: OpenPage
    private var walk = FocusWalk()
    /// The field that the person left last.
    private var left: NodeID?
    /// Where Tab begins, and the document's revision that it is of.
    private var first: (revision: UInt64, node: NodeID?)?

    init(on page: OpenPage) { self.page = page }

    /// Moves the focus to the next stop of Tab, or the one before; round at the ends, and not out of a modal.
    func move(isBackward: Bool) {
        let stops = stops
        guard let place = walk.next(in: stops, of: page.document, isBackward: isBackward) else { return }
        walk.remember(stops.nodes[place], place: place)
        page.client.focus(stops.nodes[place])
    }

    /// Takes the focus from where it is; Tab goes on from there.
    func leave() {
        if let node = page.document.activeElement, let place = stops.place(of: node, in: page.document) {
            walk.remember(node, place: place)
        }
        left = page.document.activeElement
        page.client.blur()
    }

    /// What the field is called that the person left and can go back to; nil where there is none.
    var leftField: String? {
        guard let node = left, page.document.isAlive(node), page.document.isConnected(node),
            page.document.isFocusable(node), page.isDisplayed(node)
        else { return nil }
        let description = page.describe(node)
        return description.name ?? description.kind
    }

    /// Goes back to the field that the person left.
    func returnToField() {
        if let node = left, leftField != nil { page.client.focus(node) }
    }

    /// Whether Tab leads to its first stop: nothing has the focus, and nothing had it.
    var isAtStart: Bool { page.document.activeElement == nil && walk.isAtStart }

    /// What Tab leads to at first, in words; nil where there is nothing.
    var firstStopWords: String? {
        guard let node = firstStop else { return nil }
        switch FocusKind(of: node, in: page.document) {
        case .button: return "first button"
        case .link: return "first link"
        case .other, .page: return nil
        case _: return "first field"
        }
    }

    private var firstStop: NodeID? {
        let document = page.document
        if let first, document.revision(of: document.root) <= first.revision { return first.node }
        let node = document.elements(below: page.reachableTop).first {
            document.isFocusable($0) && document.tabIndex(of: $0) >= 0 && page.isDisplayed($0)
        }
        first = (document.checkpoint(), node)
        return node
    }

    /// Forgets where the focus was, as another page has other stops.
    func startAnew() {
        walk = FocusWalk()
        left = nil
        first = nil
    }

    private var stops: TabStops {
        TabStops(in: page.document, below: page.reachableTop, isDisplayed: page.isDisplayed)
    }
}

/// Goes on from where the focus was when the focused element left the page or the person left it.
struct FocusWalk {
    /// The stop that had the focus last, and its place among the stops.
    private var last: (node: NodeID, place: Int)?

    var isAtStart: Bool { last == nil }

    /// Keeps in mind where the focus is.
    mutating func remember(_ node: NodeID, place: Int) { last = (node, place) }

    /// The stop after or before the focus, round at the ends; nil when there is none.
    func next(in stops: TabStops, of document: Document, isBackward: Bool) -> Int? {
        let count = stops.nodes.count
        guard count > 0 else { return nil }
        let step = isBackward ? -1 : 1
        if let active = document.activeElement, let place = stops.place(of: active, in: document) {
            return (place + step + count) % count
        }
        guard let last else { return isBackward ? count - 1 : 0 }
        if document.isAlive(last.node), let place = stops.nodes.firstIndex(of: last.node) {
            return (place + step + count) % count
        }
        // It is gone, and what came after it has taken its place.
        return isBackward ? (last.place - 1 + count) % count : last.place % count
    }
}

/// Where Tab stops on a page, in the order of browsers.
struct TabStops {
    let nodes: [NodeID]

    /// - Parameters:
    ///   - top: What Tab does not leave: the document, or an open modal.
    ///   - isDisplayed: Whether styles let an element be shown.
    init(in document: Document, below top: NodeID, isDisplayed: (NodeID) -> Bool) {
        nodes = document.tabOrder(below: top).filter(isDisplayed)
    }

    /// The stop that a node counts as: itself, or the one of its group.
    func place(of node: NodeID, in document: Document) -> Int? {
        if let place = nodes.firstIndex(of: node) { return place }
        guard document.controlKind(of: node) == .radio else { return nil }
        let group = Set(document.radioGroup(of: node))
        return nodes.firstIndex(where: group.contains)
    }
}
