import OrderedCollections

/// What changed in one node of the rendered tree; with `statics`, the whole node anew (CLIENT.md 9.1).
///
/// A full rendered tree is the diff against nothing.
public struct NodeDiff: Equatable, Sendable {
    public var statics: StaticsReference?
    /// The changed dynamics by their index.
    public var dynamics: OrderedDictionary<Int, DynamicDiff>
    /// Whether the node is a single element with static tags, key `r`.
    public var isRoot: Bool
    /// The rows of a keyed list, keys `k`, `kc` and `km`.
    public var keyed: KeyedDiff?
    /// All rows of a list in the form before LiveView 1.1, key `d`; each row holds all its dynamics.
    public var rows: [[DynamicDiff]]?
    public var stream: StreamDiff?
    /// Statics shared within this node of this diff, key `p`.
    public var templates: [Int: Statics]

    public init(
        statics: StaticsReference? = nil,
        dynamics: OrderedDictionary<Int, DynamicDiff> = [:],
        isRoot: Bool = false,
        keyed: KeyedDiff? = nil,
        rows: [[DynamicDiff]]? = nil,
        stream: StreamDiff? = nil,
        templates: [Int: Statics] = [:]
    ) {
        self.statics = statics
        self.dynamics = dynamics
        self.isRoot = isRoot
        self.keyed = keyed
        self.rows = rows
        self.stream = stream
        self.templates = templates
    }

    /// Whether nothing changed.
    public var isEmpty: Bool {
        statics == nil && dynamics.isEmpty && keyed == nil && rows == nil && stream == nil
    }
}
