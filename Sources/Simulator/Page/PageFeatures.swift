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
        self.revision = revision
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
