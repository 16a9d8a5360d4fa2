/// The width of one column of a grid.
enum GridTrack: Hashable {
    case cells(Int)
    case percent(Double)
    case fraction(Double)
    case auto
    /// As many columns of at least this width as there is room for.
    case autoRepeat(minimum: Int)
}
