import LiveProtocol

/// Writes what a client must be told when one rendered tree takes the place of another (TheWire.md, "Nodes").
package struct DiffWriter {
    package let statics: StaticsTable
    /// The session whose page is written, which knows the parts that are placed in it; nil for a tree by itself.
    package let owner: AnyObject?
    /// Whether the rows of streams stay, since the tree is written once more.
    package var keepsRows = false
    /// What is to be done when the diff is on its way for certain.
    package var sent: [() -> Void] = []
    /// The numbers of the statics that the rows of the outermost open list share; nil outside lists.
    private var templates: [ObjectIdentifier: Int]?
    private var shared: [Int: Statics] = [:]

    package init(statics: StaticsTable, owner: AnyObject? = nil) {
        self.statics = statics
        self.owner = owner
    }

    /// A node as one that the client has nothing of.
    package mutating func whole(_ node: Rendered) -> NodeDiff {
        NodeDiff(statics: reference(to: node), dynamics: dynamics(of: node))
    }

    /// All dynamics of a node.
    mutating func dynamics(of node: Rendered) -> SparseArray<DynamicDiff> {
        var dynamics: SparseArray<DynamicDiff> = [:]
        dynamics.reserveCapacity(node.parts.count)
        for (index, part) in node.parts.enumerated() { dynamics[index] = whole(part.dynamic) }
        return dynamics
    }

    /// What changed in a node; nil when nothing did. A node of another template is sent whole.
    package mutating func changes(from old: Rendered, to new: Rendered) -> NodeDiff? {
        if new.isIdentical(to: old) { return nil }
        guard new.hasSameStatics(as: old) else { return whole(new) }
        var diff: NodeDiff?
        for index in new.parts.indices {
            guard let change = changes(from: old.parts[index].dynamic, to: new.parts[index].dynamic) else { continue }
            diff = diff ?? NodeDiff()
            diff?.dynamics[index] = change
        }
        return diff
    }

    /// Runs `body`, whose nodes share their statics by number, and adds the shared ones to the node that it gives.
    ///
    /// Lists within lists use the numbers of the outermost one, which is where a client looks them up.
    mutating func withTemplates(_ body: (inout DiffWriter) -> NodeDiff) -> DynamicDiff {
        guard templates == nil else { return .node(body(&self)) }
        templates = [:]
        var node = body(&self)
        if !shared.isEmpty { node.templates = shared }
        templates = nil
        shared = [:]
        return .node(node)
    }

    mutating func whole(_ dynamic: Dynamic) -> DynamicDiff {
        switch dynamic {
        case .text(let text): .text(HTMLText.escaped(text))
        case .html(let html): .text(html)
        case .node(let node): .node(whole(node))
        case .list(let list): list.whole(&self)
        case .placed(let placement): placement.whole(&self)
        }
    }

    mutating func changes(from old: Dynamic, to new: Dynamic) -> DynamicDiff? {
        switch (old, new) {
        case (.text(let old), .text(let new)) where old == new: nil
        case (.html(let old), .html(let new)) where old == new: nil
        case (.node(let old), .node(let new)): changes(from: old, to: new).map { .node($0) }
        case (.list(let old), .list(let new)): new.changes(since: old, &self)
        case (.placed(let old), .placed(let new)): new.changes(since: old, &self)
        case (_, .text), (_, .html), (_, .node), (_, .list), (_, .placed): whole(new)
        }
    }

    private mutating func reference(to node: Rendered) -> StaticsReference {
        let statics = statics.statics(of: node)
        guard let known = templates else { return .pieces(statics) }
        if let number = known[ObjectIdentifier(statics)] { return .template(number) }
        let number = known.count
        templates?[ObjectIdentifier(statics)] = number
        shared[number] = statics
        return .template(number)
    }
}

extension DiffWriter {
    /// A tree as a change of another one, of which the client makes a copy first.
    ///
    /// - Parameters:
    ///   - reference: The component whose tree is copied, as the client is to look it up (TheWire.md, "Components").
    ///   - tree: That component's tree, from the same template.
    package mutating func link(to reference: Int, tree: Rendered, _ node: Rendered) -> NodeDiff {
        var diff = linked(to: tree, node) ?? NodeDiff()
        diff.statics = .component(reference)
        return diff
    }

    private mutating func linked(to source: Rendered, _ node: Rendered) -> NodeDiff? {
        guard node.hasSameStatics(as: source) else { return whole(node) }
        var diff: NodeDiff?
        for index in node.parts.indices {
            let new = node.parts[index].dynamic
            let change: DynamicDiff?
            switch (source.parts[index].dynamic, new) {
            case (.node(let old), .node(let new)): change = linked(to: old, new).map { .node($0) }
            // Lists and placed parts keep what they know of the tree before; that of another component is none of theirs.
            case (_, .list), (_, .placed): change = whole(new)
            case (.text, _), (.html, _), (.node, _), (.list, _), (.placed, _):
                change = changes(from: source.parts[index].dynamic, to: new)
            }
            guard let change else { continue }
            diff = diff ?? NodeDiff()
            diff?.dynamics[index] = change
        }
        return diff
    }
}

/// The statics of literals as clients get them: one object for each literal, made when it is first sent.
package final class StaticsTable {
    private var table: [[StaticPiece]: Statics] = [:]

    /// The statics around a row whose whole content is its one changing place.
    static let ofWrapper = Statics(["", ""])

    package init() {}

    /// The statics of a node: those of its template, or the ones made of its literal.
    package func statics(of node: Rendered) -> Statics {
        if let compiled = node.compiled { return compiled }
        let pieces = node.parts.map(\.before) + [node.tail]
        if let statics = table[pieces] { return statics }
        let statics = Statics(pieces.map(\.text))
        table[pieces] = statics
        return statics
    }
}
