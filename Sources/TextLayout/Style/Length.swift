/// A CSS length along one axis, in cells once its unit is known.
enum Length: Hashable {
    case auto
    case cells(Int)
    /// Per cent of the containing box.
    case percent(Double)
    case minContent
    case maxContent
    case fitContent

    /// The cells that the length means inside a box of `available` cells; nil where the content decides.
    func resolved(in available: Int) -> Int? {
        switch self {
        case .cells(let count): count
        case .percent(let percent): Int((Double(available) * percent / 100).rounded(.down))
        case .auto, .minContent, .maxContent, .fitContent: nil
        }
    }
}
