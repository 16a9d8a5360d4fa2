/// What a diff can say of a node beside its dynamics: mostly the rows of a list.
struct ListDiff: Equatable, Sendable {
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
