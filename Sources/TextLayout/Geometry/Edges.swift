/// A side of a box.
package enum Side: CaseIterable, Sendable {
    case top, right, bottom, left

    /// Whether what is measured at the side lies along a row.
    package var isAcross: Bool { self == .left || self == .right }
}

/// One value for each side of a box.
package struct Edges<Value> {
    package var top: Value
    package var right: Value
    package var bottom: Value
    package var left: Value

    package init(top: Value, right: Value, bottom: Value, left: Value) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    package init(_ value: Value) { self.init(top: value, right: value, bottom: value, left: value) }

    package subscript(side: Side) -> Value {
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
    package static let zero = Edges(0)

    var horizontal: Int { left + right }
    var vertical: Int { top + bottom }

    static func + (one: Edges, other: Edges) -> Edges {
        Edges(
            top: one.top + other.top, right: one.right + other.right, bottom: one.bottom + other.bottom,
            left: one.left + other.left)
    }
}
