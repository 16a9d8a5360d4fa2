import LiveProtocol

/// What a client holds of a rendered tree: merges diffs (TheWire.md, "Merging"), and gives HTML.
public indirect enum ClientTree: Equatable {
    case text(String)
    case node(statics: [String], dynamics: [Int: ClientTree])
    case list(statics: [String], rows: [[Int: ClientTree]])
    case component(Int)

    /// Merges a diff into what was there; nil when the diff names statics that are nowhere.
    public static func merge(_ diff: NodeDiff, into old: ClientTree?, templates: [Int: Statics] = [:]) -> ClientTree? {
        let templates = templates.isEmpty ? diff.templates : templates
        var old = old
        var statics: [String]?
        switch diff.statics {
        case .pieces(let given)?: (statics, old) = (given.pieces, nil)
        case .template(let number)?:
            guard let given = templates[number] else { return nil }
            (statics, old) = (given.pieces, nil)
        // What a component starts from is given as what was there.
        case .component?, nil: break
        }
        if let keyed = diff.keyed {
            var rows: [[Int: ClientTree]] = []
            if case .list(let present, let oldRows)? = old { (statics, rows) = (statics ?? present, oldRows) }
            guard let statics, let merged = merge(keyed, into: rows, templates) else { return nil }
            return .list(statics: statics, rows: merged)
        }
        if case .list? = old, diff.isEmpty { return old }
        var dynamics: [Int: ClientTree] = [:]
        if case .node(let present, let oldDynamics)? = old { (statics, dynamics) = (statics ?? present, oldDynamics) }
        guard let statics, let merged = merge(diff.dynamics.map { ($0, $1) }, into: dynamics, templates),
            merged.count == statics.count - 1
        else { return nil }
        return .node(statics: statics, dynamics: merged)
    }

    /// Merges the components of a diff, each after what it starts from (TheWire.md, "Components"); nil when one starts
    /// from nothing.
    public static func merge(components diff: Diff, into old: [Int: ClientTree]) -> [Int: ClientTree]? {
        var components = old
        for (cid, change) in diff.components {
            var start = components[cid]
            if case .component(let reference)? = change.statics {
                start = reference > 0 ? components[reference] : old[-reference]
                guard start != nil else { return nil }
            }
            guard let merged = merge(change, into: start) else { return nil }
            components[cid] = merged
        }
        return components
    }

    private static func merge(
        _ diffs: [(Int, DynamicDiff)], into old: [Int: ClientTree], _ templates: [Int: Statics]
    ) -> [Int: ClientTree]? {
        var dynamics = old
        for (index, diff) in diffs {
            switch diff {
            case .text(let text): dynamics[index] = .text(text)
            case .node(let node):
                guard let merged = merge(node, into: old[index], templates: templates) else { return nil }
                dynamics[index] = merged
            case .component(let cid): dynamics[index] = .component(cid)
            }
        }
        return dynamics
    }

    private static func merge(
        _ keyed: KeyedDiff, into old: [[Int: ClientTree]], _ templates: [Int: Statics]
    ) -> [[Int: ClientTree]]? {
        var rows: [[Int: ClientTree]] = []
        for index in 0..<keyed.count {
            let present: [Int: ClientTree]
            let change: NodeDiff
            switch keyed.entries[index] {
            case .update(let diff)?: (present, change) = (index < old.count ? old[index] : [:], diff)
            case .move(let from)?: (present, change) = (old[from], NodeDiff())
            case .moveAndUpdate(let from, let diff)?: (present, change) = (old[from], diff)
            case nil:
                guard index < old.count else { return nil }
                (present, change) = (old[index], NodeDiff())
            }
            guard let row = merge(change.dynamics.map { ($0, $1) }, into: present, templates) else { return nil }
            rows.append(row)
        }
        return rows
    }

    public var html: String { html([:]) }

    /// The HTML with that of the components at their places.
    public func html(_ components: [Int: ClientTree]) -> String {
        switch self {
        case .text(let text): text
        case .node(let statics, let dynamics): Self.html(statics, dynamics, components)
        case .list(let statics, let rows): rows.map { Self.html(statics, $0, components) }.joined()
        case .component(let cid): components[cid]?.html(components) ?? "no component \(cid)"
        }
    }

    private static func html(
        _ statics: [String], _ dynamics: [Int: ClientTree], _ components: [Int: ClientTree]
    ) -> String {
        var html = statics[0]
        for index in 1..<max(statics.count, 1) {
            html += (dynamics[index - 1]?.html(components) ?? "undefined") + statics[index]
        }
        return html
    }
}
