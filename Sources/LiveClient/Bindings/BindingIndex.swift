import HTMLTree

/// The elements of a page whose bindings concern more than themselves, so that a key or a click finds them without a walk
/// through the page.
///
/// What changed in the document since the last question is looked at with the next one, and nothing else: keeping the
/// index costs by the size of the change, a question by what it finds.
package final class BindingIndex {
    /// What an element may be; one element may be several.
    package enum Kind: Int, CaseIterable, Sendable {
        /// Hears keys wherever the focus is.
        case windowKeydown
        case windowKeyup
        case windowFocus
        case windowBlur
        /// Hears clicks outside itself.
        case clickAway
        /// Hears that its first or last element comes into view.
        case viewport
        /// Clears flash when it is clicked.
        case clearFlash
        /// Says that it keeps the rest of the page from use while it is shown.
        case modal
        /// The element that a view is in.
        case viewContainer
        /// Refers to a file whose changes ask for the page to be loaded anew.
        case trackedStatic
        /// Has a hook, or commands that run when its view comes and goes.
        case lifecycle
        /// Tells of a field, and is hidden until that is used, before LiveView 1.0.
        case feedback
        /// Asks for the focus when the page is loaded.
        case autofocus
    }

    private struct Kinds: OptionSet {
        let rawValue: UInt16

        init(rawValue: UInt16) { self.rawValue = rawValue }

        init(_ kind: Kind) { rawValue = 1 << kind.rawValue }
    }

    private typealias Found = (node: NodeID, kinds: Kinds)

    private let document: Document
    /// The revision up to which changes were looked at.
    private var revision: UInt64 = 0
    /// By kind.
    private var lists = Array(repeating: ElementList(), count: Kind.allCases.count)
    /// What the listed elements are.
    private var known: [NodeID: Kinds] = [:]
    private var components = ComponentElements()

    package init(of document: Document) { self.document = document }

    /// The connected elements of a kind, in document order, displayed or not.
    package func elements(_ kind: Kind) -> [NodeID] {
        update()
        dropDisconnected(kind)
        return lists[kind.rawValue].nodes
    }

    package func hasElements(_ kind: Kind) -> Bool { !elements(kind).isEmpty }

    /// The connected element that stands for a component of a view.
    func element(ofComponent cid: Int, inViewWithID viewID: String) -> NodeID? {
        update()
        return components.element(ofComponent: cid, inViewWithID: viewID, in: document)
    }

    /// Makes changes that make no element another kind of element, but for those that come to stand for components, so that
    /// the page need not be looked through for what they changed.
    ///
    /// - Parameter change: Gives the elements that stand for components from now on.
    func pass(over change: () -> [NodeID]) {
        update()
        for node in change() where document.isAlive(node) { _ = kinds(of: node) }
        revision = document.checkpoint()
    }

    private func update() {
        guard document.revision(of: document.root) > revision else { return }
        if let changes = document.changes(since: revision) { take(changes) } else { walk() }
        revision = document.checkpoint()
    }

    private func dropDisconnected(_ kind: Kind) {
        for node in lists[kind.rawValue].dropDisconnected(in: document) {
            known[node]?.remove(Kinds(kind))
            if known[node]?.isEmpty == true { known[node] = nil }
        }
    }

    // MARK: Single changes

    /// Looks at what single changes speak of, and at nothing else.
    private func take(_ changes: [Change]) {
        // They are so few that looking through them costs less than hashing them.
        var placed: [NodeID] = []
        var changed: [NodeID] = []
        for change in changes where document.isAlive(change.node) {
            switch change.kind {
            case .placed:
                if !placed.contains(change.node), document.isConnected(change.node) { placed.append(change.node) }
            case .content:
                if !changed.contains(change.node), concernsIndex(change.node), document.isConnected(change.node) {
                    changed.append(change.node)
                }
            case .children: break
            }
        }
        guard !placed.isEmpty || !changed.isEmpty else { return }
        func isInPlaced(_ node: NodeID) -> Bool { document.ancestors(of: node).contains(where: placed.contains) }
        var runs: [[Found]] = []
        var gone: Set<NodeID> = []
        for top in placed where !isInPlaced(top) {
            runs.append(look(at: CollectionOfOne(top), &gone) + look(at: document.elements(below: top), &gone))
        }
        for node in changed where !placed.contains(node) && !isInPlaced(node) {
            runs.append(look(at: CollectionOfOne(node), &gone))
        }
        // All that may stand elsewhere now goes first, so that what is left is in order.
        if !gone.isEmpty { remove(gone) }
        for run in runs where !run.isEmpty { insert(run) }
    }

    /// Whether an element is listed, or is to be. Most changes are of elements that never are.
    private func concernsIndex(_ node: NodeID) -> Bool {
        document.isElement(node) && (known[node] != nil || !kinds(of: node).isEmpty)
    }

    /// Finds out what nodes are.
    ///
    /// - Parameter listed: Gets those that were listed.
    private func look(at nodes: some Sequence<NodeID>, _ listed: inout Set<NodeID>) -> [Found] {
        var found: [Found] = []
        for node in nodes where document.isElement(node) {
            if !known.isEmpty, known[node] != nil { listed.insert(node) }
            let kinds = kinds(of: node)
            if !kinds.isEmpty { found.append((node, kinds)) }
        }
        return found
    }

    private func remove(_ gone: Set<NodeID>) {
        var kinds: Kinds = []
        for node in gone { kinds.formUnion(known.removeValue(forKey: node) ?? []) }
        for kind in Kind.allCases where kinds.contains(Kinds(kind)) { lists[kind.rawValue].remove(gone) }
    }

    private func insert(_ run: [Found]) {
        for kind in Kind.allCases {
            let nodes = run.compactMap { $0.kinds.contains(Kinds(kind)) ? $0.node : nil }
            guard !nodes.isEmpty else { continue }
            dropDisconnected(kind)
            lists[kind.rawValue].insert(nodes, in: document)
        }
        for found in run { known[found.node] = found.kinds }
    }

    // MARK: Many changes

    /// Finds all elements again, by a walk through the parts of the page that changed or hold elements of before.
    private func walk() {
        guard revision > 0 else { return list(document.elements(below: document.root)) }
        let before = known
        var holders: Set<NodeID> = []
        for node in before.keys where document.isAlive(node) {
            for ancestor in document.ancestors(of: node) {
                guard holders.insert(ancestor).inserted else { break }
            }
        }
        lists = Array(repeating: ElementList(), count: Kind.allCases.count)
        known = [:]
        var pending = [(node: document.root, isPlaced: false)]
        while let (node, isInPlaced) = pending.popLast() {
            // What was put in may have been made long before.
            let isPlaced = isInPlaced || document.placedRevision(of: node) > revision
            let isChanged = isPlaced || document.revision(of: node) > revision
            let kinds = isChanged ? kinds(of: node) : before[node] ?? []
            if !kinds.isEmpty {
                known[node] = kinds
                for kind in Kind.allCases where kinds.contains(Kinds(kind)) { lists[kind.rawValue].append(node) }
            }
            guard isChanged || holders.contains(node) else { continue }
            var child = document.lastChild(of: node)
            while let next = child {
                pending.append((next, isPlaced))
                child = document.previousSibling(of: next)
            }
        }
    }

    /// Lists elements of which nothing is known yet, in document order.
    private func list(_ elements: some Sequence<NodeID>) {
        for node in elements {
            let kinds = kinds(of: node)
            guard !kinds.isEmpty else { continue }
            known[node] = kinds
            for kind in Kind.allCases where kinds.contains(Kinds(kind)) { lists[kind.rawValue].append(node) }
        }
    }

    // MARK: What an element is

    /// What an element is by its attributes; where it stands for a component, that is noted too.
    private func kinds(of node: NodeID) -> Kinds {
        var kinds: Kinds = []
        for attribute in document.attributes(of: node) {
            // Nearly all attributes are known by their first letter to be none of these.
            switch attribute.name.utf8.first {
            case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "p"): break
            case _: continue
            }
            switch attribute.name {
            case BindingName.click: if ClearFlash(binding: attribute.value) != nil { kinds.insert(Kinds(.clearFlash)) }
            case BindingName.clickAway: kinds.insert(Kinds(.clickAway))
            case BindingName.windowKeydown: kinds.insert(Kinds(.windowKeydown))
            case BindingName.windowKeyup: kinds.insert(Kinds(.windowKeyup))
            case BindingName.windowFocus: kinds.insert(Kinds(.windowFocus))
            case BindingName.windowBlur: kinds.insert(Kinds(.windowBlur))
            case BindingName.viewportTop, BindingName.viewportBottom: kinds.insert(Kinds(.viewport))
            case BindingName.feedbackFor: kinds.insert(Kinds(.feedback))
            case BindingName.trackStatic: kinds.insert(Kinds(.trackedStatic))
            case ViewAttribute.session, ViewAttribute.parentID: kinds.insert(Kinds(.viewContainer))
            case ViewAttribute.component: components.add(node, cid: attribute.value, in: document)
            case BindingName.hook, ViewAttribute.hook, BindingName.mounted, BindingName.connected,
                BindingName.disconnected:
                kinds.insert(Kinds(.lifecycle))
            case "autofocus": kinds.insert(Kinds(.autofocus))
            case "aria-modal": if attribute.value == "true" { kinds.insert(Kinds(.modal)) }
            case _: continue
            }
        }
        return kinds
    }
}
