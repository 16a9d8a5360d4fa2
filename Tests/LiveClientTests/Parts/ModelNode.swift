import LiveProtocol

/// What a server shows, as the tests make it up: a template with what stands in its places.
struct ModelNode: Equatable {
    var template: ModelTemplate
    var dynamics: [ModelDynamic]
}

/// What stands in one place.
indirect enum ModelDynamic: Equatable {
    case text(String)
    case node(ModelNode)
    case list(ModelTemplate, [ModelRow])
}

/// One row of a keyed list.
struct ModelRow: Equatable {
    var key: Int
    var dynamics: [ModelDynamic]
}

// MARK: Diffs

extension ModelNode {
    /// The diff that brings the node whole.
    var whole: NodeDiff {
        var diff = NodeDiff(statics: .pieces(template.statics), isRoot: template.isRoot)
        for (index, dynamic) in dynamics.enumerated() { diff.dynamics[index] = dynamic.whole }
        return diff
    }

    /// The diff that makes this node of another one of the same template.
    func diff(from old: ModelNode) -> NodeDiff { NodeDiff(dynamics: Self.changes(from: old.dynamics, to: dynamics)) }

    static func changes(from old: [ModelDynamic], to new: [ModelDynamic]) -> SparseArray<DynamicDiff> {
        var changes: SparseArray<DynamicDiff> = [:]
        for (index, (old, new)) in zip(old, new).enumerated() where old != new {
            changes[index] = new.diff(from: old)
        }
        return changes
    }
}

extension ModelDynamic {
    var whole: DynamicDiff {
        switch self {
        case .text(let text): return .text(text)
        case .node(let node): return .node(node.whole)
        case .list(let template, let rows):
            var keyed = KeyedDiff(count: rows.count)
            for (index, row) in rows.enumerated() { keyed.entries[index] = .update(row.whole(template)) }
            return .node(NodeDiff(statics: .pieces(template.statics), keyed: keyed))
        }
    }

    func diff(from old: ModelDynamic) -> DynamicDiff {
        switch (old, self) {
        case (.node(let old), .node(let new)) where old.template == new.template: return .node(new.diff(from: old))
        case (.list(let template, let old), .list(let other, let new)) where template == other:
            return .node(NodeDiff(keyed: Self.changes(from: old, to: new, template)))
        default: return whole
        }
    }

    /// What a server sends of a keyed list: rows that changed, moved, or both, and the new count.
    private static func changes(from old: [ModelRow], to new: [ModelRow], _ template: ModelTemplate) -> KeyedDiff {
        var keyed = KeyedDiff(count: new.count)
        for (index, row) in new.enumerated() {
            guard let place = old.firstIndex(where: { $0.key == row.key }) else {
                keyed.entries[index] = .update(row.whole(template))
                continue
            }
            let changes = NodeDiff(dynamics: ModelNode.changes(from: old[place].dynamics, to: row.dynamics))
            switch (place == index, changes.isEmpty) {
            case (true, true): continue
            case (true, false): keyed.entries[index] = .update(changes)
            case (false, true): keyed.entries[index] = .move(from: place)
            case (false, false): keyed.entries[index] = .moveAndUpdate(from: place, changes)
            }
        }
        return keyed
    }
}

extension ModelRow {
    func whole(_ template: ModelTemplate) -> NodeDiff {
        var diff = NodeDiff(isRoot: template.isRoot)
        for (index, dynamic) in dynamics.enumerated() { diff.dynamics[index] = dynamic.whole }
        return diff
    }
}

// MARK: HTML

extension ModelNode {
    var html: String { template.html(dynamics) }
}

extension ModelDynamic {
    var html: String {
        switch self {
        case .text(let text): text
        case .node(let node): node.html
        case .list(let template, let rows): rows.map { template.html($0.dynamics) }.joined()
        }
    }
}
