import LiveProtocol

/// Merges what changed into what was there (TheWire.md, "Merging").
struct RenderedMerge {
    static let depthLimit = 500

    /// Gives the node that a diff makes of the one before, which is changed in place where it stays the same node.
    func node(
        _ diff: NodeDiff, over old: RenderedNode?, templates: [Int: Statics] = [:], rowStatics: Statics? = nil,
        depth: Int = 0
    ) throws(RenderedTreeError) -> RenderedNode {
        guard depth < Self.depthLimit else { throw .tooDeep(limit: Self.depthLimit) }
        let node: RenderedNode
        var isNew = true
        switch diff.statics {
        case .pieces(let statics):
            node = RenderedNode(statics: statics, isRoot: diff.isRoot)
        case .template(let number):
            guard let statics = diff.templates[number] ?? templates[number] else { throw .unknownTemplate(number) }
            node = RenderedNode(statics: statics, isRoot: diff.isRoot)
        case .component(let cid):
            throw .unknownComponent(cid)
        case nil:
            if let old {
                node = old
                isNew = false
            } else if let rowStatics {
                node = RenderedNode(statics: rowStatics, isRoot: diff.isRoot)
            } else {
                throw .missingStatics
            }
        }
        try merge(diff, into: node, isNew: isNew, templates: templates, depth: depth)
        return node
    }

    /// Merges all but the statics.
    ///
    /// - Parameter isNew: Whether the node was made by this diff, so that all of it is shown anew whatever changed.
    func merge(
        _ diff: NodeDiff, into node: RenderedNode, isNew: Bool = false, templates: [Int: Statics], depth: Int
    ) throws(RenderedTreeError) {
        node.isChanged = true
        let hasOnlyDynamics = diff.hasOnlyDynamics
        let templates = hasOnlyDynamics || diff.templates.isEmpty ? templates : diff.templates
        for (index, dynamic) in diff.dynamics {
            guard node.dynamics.indices.contains(index) else {
                throw .dynamicOutOfRange(index: index, count: node.dynamics.count)
            }
            if !isNew { node.changes.add(dynamic: index) }
            if case .text(let text) = dynamic {
                node.dynamics[index] = .text(text)
            } else {
                node.dynamics[index] = try self.dynamic(dynamic, over: node.dynamics[index], templates, depth)
            }
        }
        if hasOnlyDynamics { return }
        if let keyed = diff.keyed { try merge(keyed, intoRowsOf: node, templates, depth) }
        if let rows = diff.rows {
            let gone = (node.changes.rows?.gone ?? []) + (node.rows ?? [])
            node.changes.rows = .all(gone: gone)
            node.rows = try self.rows(rows, statics: node.statics, templates, depth)
        }
        if let stream = diff.stream { node.stream = stream }
    }

    private func dynamic(
        _ diff: DynamicDiff, over old: RenderedNode.Dynamic?, _ templates: [Int: Statics], _ depth: Int
    ) throws(RenderedTreeError) -> RenderedNode.Dynamic {
        switch diff {
        case .text(let text): return .text(text)
        case .component(let cid): return .component(cid)
        case .node(let diff):
            var before: RenderedNode?
            if case .node(let node) = old { before = node }
            return .node(try node(diff, over: before, templates: templates, depth: depth + 1))
        }
    }

    /// Changes the rows of a keyed list in place; the moves of the diff speak of the rows before it.
    private func merge(
        _ diff: KeyedDiff, intoRowsOf list: RenderedNode, _ templates: [Int: Statics], _ depth: Int
    ) throws(RenderedTreeError) {
        let isShown = list.rows != nil && list.changes.rows == nil
        // Until all has been merged, what is shown tells nothing about the rows.
        let gone = list.changes.rows?.gone ?? []
        list.changes.rows = .all(gone: gone)
        var edits = RowEdits()
        var rows = list.rows ?? []
        if diff.entries.count > rows.count { rows.reserveCapacity(diff.entries.count) }
        // The list gives the rows away while they change, since a shared array would be copied.
        list.rows = nil
        defer { list.rows = rows }
        var moves = try RowMoves(diff, old: rows)
        let count = max(diff.count, 0)
        if count < rows.count {
            edits.displaced += rows[count...]
            rows.removeLast(rows.count - count)
        }
        for (index, entry) in diff.entries where index >= 0 && index < count {
            let before: RenderedNode?
            let change: NodeDiff?
            switch entry {
            case .update(let diff):
                (before, change) = (moves.rowToUpdate(at: index, in: rows), diff)
            case .move(let from): (before, change) = (try moves.take(from), nil)
            case .moveAndUpdate(let from, let diff): (before, change) = (try moves.take(from), diff)
            }
            var row = before
            if let change {
                row = try node(
                    change, over: before, templates: templates, rowStatics: list.statics, depth: depth + 1)
                if isShown, let row, row === before { edits.updated.append(row) }
            }
            guard let row, index <= rows.count else { throw .rowOutOfRange(index: index, count: rows.count) }
            if index == rows.count {
                rows.append(row)
                if isShown { edits.placed.append(index) }
            } else if rows[index] !== row {
                edits.displaced.append(rows[index])
                edits.placed.append(index)
                rows[index] = row
            }
        }
        guard rows.count == count else { throw .rowOutOfRange(index: rows.count, count: rows.count) }
        list.changes.rows = isShown ? .edits(edits) : .all(gone: gone + edits.displaced)
    }

    private func rows(
        _ rows: [[DynamicDiff]], statics: Statics, _ templates: [Int: Statics], _ depth: Int
    ) throws(RenderedTreeError) -> [RenderedNode] {
        var result: [RenderedNode] = []
        for values in rows {
            let row = RenderedNode(statics: statics, isRoot: false)
            guard values.count <= row.dynamics.count else {
                throw .dynamicOutOfRange(index: values.count - 1, count: row.dynamics.count)
            }
            for (index, value) in values.enumerated() {
                row.dynamics[index] = try dynamic(value, over: nil, templates, depth)
            }
            result.append(row)
        }
        return result
    }
}

/// Gives the rows of a list before a diff to their new places, copying a row that is wanted more than once.
private struct RowMoves {
    /// The rows that moves take from, by their old places; an update in place must not change them.
    private var sources: [Int: RenderedNode] = [:]
    /// The old places whose rows have a place already.
    private var taken: Set<Int> = []

    /// - Throws: `RenderedTreeError` when a move takes from where no row was.
    init(_ diff: KeyedDiff, old: [RenderedNode]) throws(RenderedTreeError) {
        for (_, entry) in diff.entries {
            switch entry {
            case .update: continue
            case .move(let from), .moveAndUpdate(let from, _):
                guard old.indices.contains(from) else { throw .rowOutOfRange(index: from, count: old.count) }
                sources[from] = old[from]
                if diff.entries[from] == nil, from < diff.count { taken.insert(from) }
            }
        }
    }

    /// The row that is updated where it stands; nil when it is new.
    ///
    /// - Parameter rows: The rows, of which those from this place on are still the old ones.
    func rowToUpdate(at index: Int, in rows: [RenderedNode]) -> RenderedNode? {
        guard rows.indices.contains(index) else { return nil }
        return sources[index]?.copy() ?? rows[index]
    }

    mutating func take(_ index: Int) throws(RenderedTreeError) -> RenderedNode {
        guard let row = sources[index] else { throw .rowOutOfRange(index: index, count: 0) }
        return taken.insert(index).inserted ? row : row.copy()
    }
}
