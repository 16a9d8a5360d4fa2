/// What the cascade decided about an element that few elements have: grids, places apart from the flow, generated content.
struct RareStyle: Hashable {
    // Nothing here is inherited.

    var justifyItems = Alignment.stretch
    var justifySelf: Alignment?
    var gridColumns = GridTemplate()
    var gridRows = GridTemplate()
    var gridAreas = GridAreas()
    var gridAutoColumns = [GridTrack.auto]
    var gridAutoRows = [GridTrack.auto]
    var gridFlow = GridFlow()
    var gridColumn = GridRange()
    var gridRow = GridRange()

    var position = Positioning.static
    /// How far a box that is positioned is from the sides of what it is placed in.
    var inset = Edges(Length.auto)
    /// Of boxes over each other, the greatest is on top.
    var zIndex = 0

    var maxHeight = Length.auto
    /// Whether rows that have no room are not shown.
    var hidesRows = false
    /// The most lines of text that are shown; nil for all.
    var lineClamp: Int?

    /// What a pseudo-element shows; of an element itself it says nothing.
    var content: [ContentPiece]?
    /// What stands before and after the content, from `::before` and `::after`.
    var before: GeneratedContent?
    var after: GeneratedContent?
    var counterReset: [CounterChange] = []
    var counterSet: [CounterChange] = []
    var counterIncrement: [CounterChange] = []

    static let initial = RareStyle()
}

/// Holds the rare values of a style.
final class RareValues: Hashable {
    let style: RareStyle

    init(_ style: RareStyle) { self.style = style }

    static func == (one: RareValues, other: RareValues) -> Bool { one === other || one.style == other.style }

    func hash(into hasher: inout Hasher) { hasher.combine(style) }
}

/// How an element gets its place (CSS Positioned Layout 3).
enum Positioning: String {
    case `static`, relative, absolute, fixed, sticky

    /// Whether what is placed apart from the flow is placed in it.
    var holdsOthers: Bool { self != .static }
}

/// A counter with what is done to it.
struct CounterChange: Hashable, Sendable {
    let name: String
    let value: Int
}
