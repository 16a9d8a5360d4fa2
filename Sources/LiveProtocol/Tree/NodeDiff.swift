/// What changed in one node of the rendered tree; with `statics`, the whole node anew (TheWire.md, "Nodes").
///
/// A full rendered tree is the diff against nothing.
public struct NodeDiff: Equatable, Sendable {
    package var statics: StaticsReference?
    /// Whether the node is a single element with static tags, key `r`.
    package var isRoot: Bool
    /// The changed dynamics by their index.
    package var dynamics: SparseArray<DynamicDiff>
    /// What few nodes have, out of the way of all others.
    private var storage = ListDiff.Storage.none

    package init(
        statics: StaticsReference? = nil,
        dynamics: SparseArray<DynamicDiff> = [:],
        isRoot: Bool = false,
        keyed: KeyedDiff? = nil,
        rows: [[DynamicDiff]]? = nil,
        stream: StreamDiff? = nil,
        templates: [Int: Statics] = [:]
    ) {
        self.statics = statics
        self.dynamics = dynamics
        self.isRoot = isRoot
        list = ListDiff(keyed: keyed, rows: rows, stream: stream, templates: templates)
    }

    /// Whether nothing changed.
    package var isEmpty: Bool {
        guard statics == nil && dynamics.isEmpty else { return false }
        return switch storage {
        case .none: true
        case .list(let list): list.keyed == nil && list.rows == nil && list.stream == nil
        }
    }

    /// Whether the diff says nothing but dynamics, as nearly all do.
    package var hasOnlyDynamics: Bool {
        if case .none = storage { true } else { false }
    }

    private var list: ListDiff {
        get {
            switch storage {
            case .none: ListDiff()
            case .list(let list): list
            }
        }
        set { storage = newValue.isEmpty ? .none : .list(newValue) }
    }
}

extension NodeDiff {
    /// The rows of a keyed list, keys `k`, `kc` and `km`.
    package var keyed: KeyedDiff? {
        get { list.keyed }
        set { list.keyed = newValue }
    }

    /// All rows of a list in the form before LiveView 1.1, key `d`; each row holds all its dynamics.
    package var rows: [[DynamicDiff]]? {
        get { list.rows }
        set { list.rows = newValue }
    }

    /// The operations of a stream, key `stream`.
    package var stream: StreamDiff? {
        get { list.stream }
        set { list.stream = newValue }
    }

    /// Statics shared within this node of this diff, key `p`.
    package var templates: [Int: Statics] {
        get { list.templates }
        set { list.templates = newValue }
    }
}

/// The new content of one dynamic.
package enum DynamicDiff: Equatable, Sendable {
    /// Escaped HTML text.
    case text(String)
    /// A node, or what changed in it.
    indirect case node(NodeDiff)
    /// The place of the component with this identifier.
    case component(Int)
}

/// How a node of a diff names its statics (TheWire.md, "Nodes").
package enum StaticsReference: Hashable, Sendable {
    /// The pieces themselves.
    case pieces(Statics)
    /// The number of a template in the nearest enclosing `p` of the same diff.
    case template(Int)
    /// The component whose tree is copied: after its own merge in this diff if positive, as it was before if negative.
    case component(Int)
}

/// The unchanging pieces of a template: one more than it has dynamics.
///
/// Two statics with the same pieces may be different objects; the client keeps what it derived from them per object.
public final class Statics: Sendable {
    package let pieces: [String]

    package init(_ pieces: [String]) { self.pieces = pieces }
}

extension Statics: Hashable {
    /// Whether both have the same pieces.
    public static func == (left: Statics, right: Statics) -> Bool { left === right || left.pieces == right.pieces }

    /// Hashes the pieces.
    public func hash(into hasher: inout Hasher) { hasher.combine(pieces) }
}

/// What a diff can say of a node beside its dynamics: mostly the rows of a list.
private struct ListDiff: Equatable, Sendable {
    var keyed: KeyedDiff?
    var rows: [[DynamicDiff]]?
    var stream: StreamDiff?
    var templates: [Int: Statics] = [:]

    var isEmpty: Bool { keyed == nil && rows == nil && stream == nil && templates.isEmpty }

    /// One word for each node that has nothing of it, a block apart for the others.
    indirect enum Storage: Equatable, Sendable {
        case none
        case list(ListDiff)
    }
}
