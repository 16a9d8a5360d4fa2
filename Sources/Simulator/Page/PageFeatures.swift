import HTMLTree

/// The elements of a page that mean something to the simulator itself, found again after each change.
///
/// Parts of the page that did not change are not looked at again, so that the cost follows the size of the change.
struct PageFeatures {
    /// What an element may be; one element may be several.
    private struct Kinds: OptionSet {
        let rawValue: UInt8

        static let bannerTrigger = Kinds(rawValue: 1)
        static let windowKeys = Kinds(rawValue: 2)
        static let modal = Kinds(rawValue: 4)
        static let clickAway = Kinds(rawValue: 8)
        static let scrolling = Kinds(rawValue: 16)
    }

    private struct Found {
        let node: NodeID
        let kinds: Kinds
    }

    private var found: [Found] = []
    /// The revision up to which changes were looked at.
    private var revision: UInt64 = 0

    /// What runs `lv:clear-flash` when clicked, in document order, displayed or not.
    var bannerTriggers: [NodeID] { nodes(.bannerTrigger) }

    /// What listens to keys wherever the focus is.
    var windowKeyBindings: [NodeID] { nodes(.windowKeys) }

    /// What says that it keeps the rest of the page from use while it is shown.
    var modals: [NodeID] { nodes(.modal) }

    /// Whether something listens to clicks outside itself.
    var hasClickAway: Bool { found.contains { $0.kinds.contains(.clickAway) } }

    /// Whether something listens to scrolling.
    var hearsScrolling: Bool { found.contains { $0.kinds.contains(.scrolling) } }

    /// Takes in what changed in the document since the last time.
    ///
    /// - Parameter revision: The document's last checkpoint, before which all changes were made.
    mutating func update(from document: Document, revision: UInt64) {
        guard document.revision(of: document.root) > self.revision else { return }
        defer { self.revision = revision }
        if let changes = document.changes(since: self.revision) {
            return take(changes, in: document)
        }
        var inside: [NodeID: [Found]] = [:]
        for known in found where document.isAlive(known.node) {
            for ancestor in document.ancestors(of: known.node) { inside[ancestor, default: []].append(known) }
            inside[known.node, default: []].append(known)
        }
        var now: [Found] = []
        var pending = [document.root]
        while let node = pending.popLast() {
            if document.revision(of: node) <= self.revision {
                now += inside[node] ?? []
                continue
            }
            if document.isElement(node) {
                let kinds = Self.kinds(of: node, in: document)
                if !kinds.isEmpty { now.append(Found(node: node, kinds: kinds)) }
            }
            var child = document.lastChild(of: node)
            while let next = child {
                pending.append(next)
                child = document.previousSibling(of: next)
            }
        }
        found = now
    }

    /// Takes in single changes, without a look at anything else.
    private mutating func take(_ changes: [Change], in document: Document) {
        found.removeAll { !document.isAlive($0.node) || !document.isConnected($0.node) }
        for change in changes where document.isAlive(change.node) && document.isConnected(change.node) {
            switch change.kind {
            case .content: look(at: change.node, in: document)
            case .placed:
                look(at: change.node, in: document)
                for node in document.descendants(of: change.node) { look(at: node, in: document) }
            case .children: break
            }
        }
    }

    /// Finds out what one node is, and keeps what is found in document order.
    private mutating func look(at node: NodeID, in document: Document) {
        found.removeAll { $0.node == node }
        guard document.isElement(node) else { return }
        let kinds = Self.kinds(of: node, in: document)
        guard !kinds.isEmpty else { return }
        let place = found.firstIndex { document.precedes(node, $0.node) } ?? found.endIndex
        found.insert(Found(node: node, kinds: kinds), at: place)
    }

    private func nodes(_ kind: Kinds) -> [NodeID] { found.compactMap { $0.kinds.contains(kind) ? $0.node : nil } }

    private static func kinds(of node: NodeID, in document: Document) -> Kinds {
        var kinds: Kinds = []
        for attribute in document.attributes(of: node) {
            switch attribute.name {
            case "phx-click": if ClearFlash(binding: attribute.value) != nil { kinds.insert(.bannerTrigger) }
            case "phx-window-keydown", "phx-window-keyup": kinds.insert(.windowKeys)
            case "aria-modal": if attribute.value == "true" { kinds.insert(.modal) }
            case "phx-click-away": kinds.insert(.clickAway)
            case "phx-viewport-top", "phx-viewport-bottom": kinds.insert(.scrolling)
            case _: continue
            }
        }
        return kinds
    }
}
