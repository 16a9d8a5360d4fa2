import HTMLTree
import LiveProtocol

/// One patch: makes a part of the document like a freshly parsed one, keeping the elements that stay the same, and what a
/// person and the commands did to them (CLIENT.md 10).
///
/// The walk keeps its own stack, so that the depth of a page is no matter.
final class Patch {
    /// A pair of elements whose children are being made alike.
    struct Level {
        /// The root of the tree that `old` is in: the patch's own, or a locked element's private copy.
        var scope: NodeID
        var old: NodeID
        var new: NodeID
        var oldChild: NodeID?
        var newChild: NodeID?
        /// The old child at which the level ends; nil when it takes in all.
        var end: NodeID?
        /// Whether old children stay by themselves, as those of a stream do.
        var keepsChildren: Bool
    }

    /// Where the new tree comes from.
    enum Source {
        case server
        /// A locked element's private copy, which patches have reached.
        case copy
    }

    let client: LiveClient
    let view: ViewChannel
    let document: Document
    let source: Source
    let isJoin: Bool
    var streams: StreamPatch

    private var levels: [Level] = []
    var matched: Set<NodeID> = []
    /// Keyed elements that had no match where they stood, but may have one elsewhere.
    var unmatched: [NodeID] = []
    var keys: [NodeID: ElementKeys] = [:]
    /// Keyed elements inside what was taken out, which may have their match elsewhere.
    var rescuable: [ElementKey: NodeID] = [:]
    /// What was taken out and is freed in the end.
    var detached: [NodeID] = []
    let top: NodeID
    /// The elements at and below which old elements may be matched with new ones elsewhere; nil for all in the top one.
    var matchable: Set<NodeID>?
    var matchableKeys: ElementKeys?
    /// Whether it is to be known which old nodes were kept in the place of new ones.
    var keepsCounterparts = false
    /// The old nodes that were kept, by the new ones in whose place they are.
    private(set) var counterparts: [NodeID: NodeID] = [:]
    /// The hooks that were told of a change below their elements.
    private var notedHooks: Set<NodeID> = []

    /// New elements that have a hook, are to run something, or hold a view, in document order of their coming.
    var added: [NodeID] = []
    /// Whether there was nothing before, so that nothing of it can have its match in what comes.
    var startsEmpty = false
    /// Hooked elements that changed.
    var updatedHooks: [NodeID] = []
    /// Elements that have or had a hook, to see whether it is another one now.
    var matchedHooks: [NodeID] = []
    /// Elements with `phx-remove`, which leave by themselves.
    var leaving: [NodeID] = []
    /// Components that have no element any more.
    var removedComponents: [Int] = []
    /// Forms that ask to be submitted natively.
    var triggeredForms: [NodeID] = []
    var portals: [NodeID] = []
    /// What had the focus before, which a field gets back.
    let focus: PatchFocus

    /// - Parameter top: The element at and below which the document changes.
    init(
        _ client: LiveClient, view: ViewChannel, top: NodeID, source: Source = .server, isJoin: Bool = false,
        streams: [StreamDiff] = []
    ) {
        self.client = client
        self.view = view
        self.top = top
        self.source = source
        self.isJoin = isJoin
        document = client.document
        self.streams = StreamPatch(streams)
        focus = PatchFocus(in: client.document)
    }

    /// Makes the children of the top element like those of `new`.
    func run(childrenFrom new: NodeID) {
        startsEmpty = document.firstChild(of: top) == nil
        startStreams()
        enter(top, new, scope: top)
        walk()
        finish()
    }

    /// Makes the top element itself like `new`.
    func run(replacingWith new: NodeID) {
        startStreams()
        matched.insert(top)
        if let target = update(top, with: new) { enter(target, new, scope: target) }
        walk()
        finish()
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

    /// Makes the children of an element from one on, up to another, like those of `new`.
    func replaceChildren(of parent: NodeID, from first: NodeID?, until end: NodeID?, with new: NodeID) {
        levels.append(
            Level(
                scope: top, old: parent, new: new, oldChild: first ?? end, newChild: document.firstChild(of: new),
                end: end, keepsChildren: keepsChildren(of: parent)))
        walk()
    }

    /// Removes a node in the end, unless it is matched until then.
    func discardUnmatched(_ node: NodeID) { discardLater(node) }

    /// Tells the hooks around a node that it is about to change.
    func noteHooks(around node: NodeID) {
        guard !client.page.nodes.hooked.isEmpty, let parent = document.parent(of: node) else { return }
        noteHooks(in: parent)
    }

    /// Tells the hooks at and around an element that its content is about to change.
    func noteHooks(in element: NodeID) {
        guard !client.page.nodes.hooked.isEmpty else { return }
        for node in [element] + document.ancestors(of: element)
        where client.page.nodes.hooked.contains(node) && notedHooks.insert(node).inserted {
            client.page.nodes[node].hook?.hook.beforeUpdate(client.context(of: node))
            updatedHooks.append(node)
        }
    }

    /// Whether the hook of an element was not told yet that the element changes.
    func isFirstNote(of node: NodeID) -> Bool { notedHooks.insert(node).inserted }

    /// Puts a new element in the place of the top one.
    func replaceTop(with new: NodeID) {
        guard let parent = document.parent(of: top) else { return }
        startStreams()
        put(new, into: parent, before: top)
        adopt(new, scope: top)
        discard(top)
        walk()
        finish()
    }

    /// Takes notice of a subtree that was put into the document already.
    func noteArrival(of node: NodeID) {
        adopt(node, scope: top)
        walk()
        finish()
    }

    // MARK: Walking

    private func enter(_ old: NodeID, _ new: NodeID, scope: NodeID) {
        levels.append(
            Level(
                scope: scope, old: old, new: new, oldChild: document.firstChild(of: old),
                newChild: document.firstChild(of: new),
                keepsChildren: keepsChildren(of: old)))
    }

    private func walk() {
        while let level = levels.indices.last {
            guard let new = levels[level].newChild else {
                let done = levels.removeLast()
                discardRest(of: done)
                finishControl(done.old, like: done.new)
                continue
            }
            levels[level].newChild = document.nextSibling(of: new)
            place(new, at: level)
        }
    }

    /// Finds the old node for a new one, or adds it.
    private func place(_ new: NodeID, at level: Int) {
        let key = document.isElement(new) ? self.key(of: new) : nil
        if !levels[level].keepsChildren {
            while let old = levels[level].oldChild, old != levels[level].end {
                levels[level].oldChild = document.nextSibling(of: old)
                switch pairing(old, new, key: key, at: level) {
                case .same(let match):
                    morph(match, with: new, scope: levels[level].scope)
                    return
                case .different:
                    discardLater(old)
                }
            }
        }
        let parent = levels[level].old
        if let key, let match = unmatchedElement(for: key, in: levels[level].scope),
            document.name(of: match) == document.name(of: new)
        {
            if !levels[level].keepsChildren { put(match, into: parent, before: levels[level].end) }
            morph(match, with: new, scope: levels[level].scope)
        } else {
            add(new, to: parent, before: levels[level].end, scope: levels[level].scope)
        }
    }

    private enum Pairing {
        case same(NodeID)
        case different
    }

    /// Whether an old node at the present place is the new one, or another old one is to be moved here.
    private func pairing(_ old: NodeID, _ new: NodeID, key: ElementKey?, at level: Int) -> Pairing {
        guard document.kind(of: old) == document.kind(of: new) else { return .different }
        guard document.isElement(new) else {
            document.setText(document.text(of: new), of: old)
            if keepsCounterparts { counterparts[new] = old }
            return .same(old)
        }
        guard !matched.contains(old), !isAlreadyLeaving(old) else { return .different }
        if let key {
            if !isElement(old, named: key) {
                guard let match = unmatchedElement(for: key, in: levels[level].scope), match != levels[level].oldChild,
                    document.name(of: match) == document.name(of: new)
                else { return .different }
                put(match, into: levels[level].old, before: old)
                discardLater(old)
                return .same(match)
            }
        } else if self.key(of: old) != nil {
            return .different
        }
        return document.name(of: old) == document.name(of: new) ? .same(old) : .different
    }

    func morph(_ old: NodeID, with new: NodeID, scope: NodeID) {
        guard document.isElement(new) else { return }
        matched.insert(old)
        if keepsCounterparts { counterparts[new] = old }
        guard let target = update(old, with: new) else { return }
        enter(target, new, scope: target == old ? scope : target)
    }

    private func discardRest(of level: Level) {
        if level.keepsChildren {
            for child in Array(document.children(of: level.old))
            where !document.isElement(child) || document.attribute("id", of: child) == nil {
                if document.isElement(child) {
                    client.report(
                        .streamChildWithoutID,
                        "a child <\(document.name(of: child))> of the stream \(client.words(for: level.old)) has no id "
                            + "and was removed; give each child an id")
                }
                discard(child)
            }
            return
        }
        var child = level.oldChild
        while let old = child, old != level.end {
            child = document.nextSibling(of: old)
            discardLater(old)
        }
    }

    func finish() {
        for node in unmatched where document.isAlive(node) && !matched.contains(node) { discard(node) }
        for node in detached where document.isAlive(node) { client.free(node, collecting: &removedComponents) }
        for node in streams.takeUnused() { client.free(node, collecting: &removedComponents) }
        focus.restore(in: document)
    }

    /// Puts a node where it belongs. What has the focus loses it when it is moved, as in a browser.
    func put(_ node: NodeID, into parent: NodeID, before sibling: NodeID?) {
        client.focusLeaves(node)
        document.insert(node, into: parent, before: sibling)
    }

    /// Takes a node out, to be put elsewhere or freed.
    func takeOut(_ node: NodeID) {
        client.focusLeaves(node)
        document.detach(node)
    }
}
