/// A side of a box.
enum Side: CaseIterable {
    case top, right, bottom, left

    /// Whether what is measured at the side lies along a row.
    var isAcross: Bool { self == .left || self == .right }
}

/// One value for each side of a box.
struct Edges<Value> {
    var top: Value
    var right: Value
    var bottom: Value
    var left: Value

    init(top: Value, right: Value, bottom: Value, left: Value) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    init(_ value: Value) { self.init(top: value, right: value, bottom: value, left: value) }

    subscript(side: Side) -> Value {
        get {
            switch side {
            case .top: top
            case .right: right
            case .bottom: bottom
            case .left: left
            }
        }
        set {
            switch side {
            case .top: top = newValue
            case .right: right = newValue
            case .bottom: bottom = newValue
            case .left: left = newValue
            }
        }
    }
}

extension Edges: Equatable where Value: Equatable {}
extension Edges: Hashable where Value: Hashable {}
extension Edges: Sendable where Value: Sendable {}

extension Edges where Value == Int {
    static let zero = Edges(0)

    var horizontal: Int { left + right }
    var vertical: Int { top + bottom }

    static func + (one: Edges, other: Edges) -> Edges {
        Edges(
            top: one.top + other.top, right: one.right + other.right, bottom: one.bottom + other.bottom,
            left: one.left + other.left)
    }
}
