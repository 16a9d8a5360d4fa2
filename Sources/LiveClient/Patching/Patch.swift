import HTMLTree
import LiveProtocol
import OrderedCollections

/// One patch: makes a part of the document like a freshly parsed one, keeping the elements that stay the same, and what a
/// person and the commands did to them.
///
/// It does what phoenix_live_view's dom_patch.ts does with morphdom, in its order: which elements are kept, moved and made
/// anew follows from that order. The walk keeps its own stack, so that the depth of a page does not matter.
final class Patch {
    let page: PatchedPage
    let host: any PatchHost
    let view: ViewChannel
    let document: Document
    let nodes: NodeTable
    let hooks: Hooks
    /// The element at and below which the document changes.
    let top: NodeID
    let isJoin: Bool
    /// The push whose answer ends a lock, where the patch brings what came for a locked element to the page.
    let undoneMark: Int?
    var streams: StreamPatch
    /// What had the focus before, which a field gets back.
    let focus: PatchFocus

    // MARK: Matching

    var work: [PatchWork] = []
    /// Old elements that have their new one, and new ones that were added.
    var matched: Set<NodeID> = []
    /// Old elements that are named and have no place in the new tree so far: they go in the end unless they get one.
    var unplaced: OrderedSet<NodeID> = []
    var keys: [NodeID: ElementKeys] = [:]
    /// Old elements without a name that had no place.
    var discarded: Set<NodeID> = []
    /// Named elements inside what was taken out, which may have their place elsewhere.
    var rescuable: [ElementKey: NodeID] = [:]
    /// New elements in whose place an old one was put.
    var replaced: [NodeID] = []
    /// Locked elements' private copies, which are not on the page.
    var copies: Set<NodeID> = []
    /// What was chosen in focused selects that got other options.
    var choices: [NodeID: String] = [:]
    /// Whether there was nothing before, so that nothing of it can have its match in what comes.
    var startsEmpty = false
    /// The elements at and below which old elements may be matched with new ones elsewhere; nil for all in the top one.
    private(set) var matchable: Set<NodeID>?
    var matchableKeys: ElementKeys?
    /// Whether it is to be known which old nodes were kept in the place of new ones.
    var keepsCounterparts = false
    /// The old nodes that were kept, by the new ones in whose place they are.
    var counterparts: [NodeID: NodeID] = [:]

    // MARK: What follows

    /// New elements that have a hook, are to run something, or hold a view, in the order of their coming.
    var added: [NodeID] = []
    /// Containers of views that came.
    var containers: [NodeID] = []
    /// Elements whose hook is told of a change, or that have another hook now, in the order of the changes.
    var updated: [NodeID] = []
    /// The hooks that were told of a change below their elements.
    var notedHooks: Set<NodeID> = []
    /// Elements with `phx-remove`, which leave by themselves; one that is let go twice runs it twice, as in a browser.
    var leaving: [NodeID] = []
    /// What was taken out, with all that is in it.
    var removed: [NodeID] = []
    /// Forms that ask to be submitted natively.
    var triggeredForms: [NodeID] = []
    /// Templates of portals, and the new ones that they were made like.
    var portals: [(template: NodeID, source: NodeID)] = []
    /// Containers whose items are put in order after the patch.
    var orderings: [ItemOrder] = []

    init(
        of page: PatchedPage, host: any PatchHost, view: ViewChannel, top: NodeID, isJoin: Bool = false,
        undoneMark: Int? = nil,
        streams: [StreamDiff] = []
    ) {
        self.page = page
        self.host = host
        self.view = view
        self.top = top
        self.isJoin = isJoin
        self.undoneMark = undoneMark
        document = page.document
        nodes = page.nodes
        hooks = page.hooks
        self.streams = StreamPatch(streams)
        focus = PatchFocus(in: page.document)
    }

    // MARK: Whole elements

    /// Makes the children of the top element like those of `new`.
    func run(childrenFrom new: NodeID) {
        startsEmpty = document.firstChild(of: top) == nil
        startStreams()
        work.append(.children(level(top, new, scope: top)))
        finish()
    }

    /// Makes the top element itself like `new`: another element where its name or its tag is another one, if it is the
    /// root of a component.
    func run(replacingWith new: NodeID) {
        startStreams()
        let isKeyed = document.hasAttribute(ViewAttribute.component, of: top)
        if document.name(of: top) != document.name(of: new) || (isKeyed && key(of: top) != key(of: new)) {
            replace(top, with: new)
        } else {
            morph(top, with: new, scope: top)
        }
        finish()
    }

    private func replace(_ old: NodeID, with new: NodeID) {
        guard let parent = document.parent(of: old) else { return }
        matched.insert(old)
        put(new, into: parent, before: old)
        rescue(below: old)
        takeOut(old)
        arrive(new, scope: top)
        walk()
        removed.append(old)
        removeUnplaced()
        noteDiscarded(old)
    }

    // MARK: Parts

    /// Lets old elements be matched with new ones elsewhere only where they are about to change or to go.
    func matchOnly(below nodes: [NodeID]) {
        matchable = Set(nodes)
        keepsCounterparts = true
    }

    /// Makes an element and all in it like a new one.
    func morph(_ element: NodeID, with new: NodeID) {
        morph(element, with: new, scope: top)
        walk()
    }

    // MARK: Ends

    /// Ends the patch: what has no place goes, portals show their content, fields get the focus back.
    func finish() {
        walk()
        removeUnplaced()
        teleportAll()
        for order in orderings { order.restore(in: self) }
        for node in replaced where document.isAlive(node) { document.remove(node) }
        for node in streams.stashed.values where document.isAlive(node) && !document.isConnected(node) {
            host.discardSilently(node)
        }
        focus.restore(in: document)
    }

    /// Puts a node where it belongs. What has the focus loses it when it is moved, as in a browser.
    func put(_ node: NodeID, into parent: NodeID, before sibling: NodeID?) {
        focusLeaves(node)
        document.insert(node, into: parent, before: sibling)
    }

    /// Takes a node out, to be put elsewhere or freed.
    func takeOut(_ node: NodeID) {
        focusLeaves(node)
        document.detach(node)
    }

    /// Takes the focus from what is about to be moved or to go, or from what is in it.
    func focusLeaves(_ node: NodeID) {
        if document.activeElement != nil { host.focusLeaves(node) }
    }
}
