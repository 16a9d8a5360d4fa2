/// What changed in one node of the rendered tree; with `statics`, the whole node anew (CLIENT.md 9.1).
///
/// A full rendered tree is the diff against nothing.
public struct NodeDiff: Equatable, Sendable {
    public var statics: StaticsReference?
    /// Whether the node is a single element with static tags, key `r`.
    public var isRoot: Bool
    /// The changed dynamics by their index.
    public var dynamics: SparseArray<DynamicDiff>
    /// What few nodes have, out of the way of all others.
    private var storage = ListDiff.Storage.none

    public init(
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
    public var isEmpty: Bool {
        guard statics == nil && dynamics.isEmpty else { return false }
        return switch storage {
        case .none: true
        case .list(let list): list.keyed == nil && list.rows == nil && list.stream == nil
        }
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
    public var keyed: KeyedDiff? {
        get { list.keyed }
        set { list.keyed = newValue }
    }

    /// All rows of a list in the form before LiveView 1.1, key `d`; each row holds all its dynamics.
    public var rows: [[DynamicDiff]]? {
        get { list.rows }
        set { list.rows = newValue }
    }

    /// The operations of a stream, key `stream`.
    public var stream: StreamDiff? {
        get { list.stream }
        set { list.stream = newValue }
    }

    /// Statics shared within this node of this diff, key `p`.
    public var templates: [Int: Statics] {
        get { list.templates }
        set { list.templates = newValue }
    }
}
