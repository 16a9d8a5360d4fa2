/// What one side of the size of a grid's track asks for.
enum GridSize: Hashable, Sendable {
    case length(Length)
    /// A share of what is left.
    case fraction(Double)
}

/// A column or a row of a grid, between its least and its most.
struct GridTrack: Hashable, Sendable {
    var least: GridSize
    var most: GridSize

    init(least: GridSize, most: GridSize) {
        self.least = least
        self.most = most
    }

    /// A track of one size; what takes a share is no narrower than its content.
    init(_ size: GridSize) {
        switch size {
        case .length: self.init(least: size, most: size)
        case .fraction: self.init(least: .length(.auto), most: size)
        }
    }

    static let auto = GridTrack(.length(.auto))

    /// The share that it takes of what is left; nil for one that takes none.
    var factor: Double? {
        if case .fraction(let factor) = most { factor } else { nil }
    }
}

/// The tracks that a grid names, with the names of the lines between them.
struct GridTemplate: Hashable, Sendable {
    /// Tracks that are repeated as often as there is room for.
    struct AutoRepeat: Hashable, Sendable {
        /// How many tracks stand before.
        var place: Int
        var tracks: [GridTrack]
        /// Whether there are no more than things to put into them (`auto-fit`).
        var fits: Bool
    }

    var tracks: [GridTrack] = []
    /// The numbers of the lines, from 0, by name.
    var lines: [String: [Int]] = [:]
    var autoRepeat: AutoRepeat?

    var isEmpty: Bool { tracks.isEmpty && autoRepeat == nil }

    /// The most tracks; no terminal shows more beside each other.
    static let limit = 200
}

/// The places of a grid that have names.
struct GridAreas: Hashable, Sendable {
    struct Area: Hashable, Sendable {
        var rows: Range<Int>
        var columns: Range<Int>
    }

    var areas: [String: Area] = [:]
    var columns = 0
    var rows = 0
}

/// Where an item of a grid begins or ends on one axis.
enum GridLine: Hashable, Sendable {
    case auto
    /// Counted from 1; from the end when negative.
    case number(Int)
    /// A named line, or a side of a named area; of several the one with this number.
    case name(String, Int)
    case span(Int)
}

/// Both ends of an item on one axis.
struct GridRange: Hashable, Sendable {
    var start = GridLine.auto
    var end = GridLine.auto
}

/// Along which way things that say no place fill a grid.
struct GridFlow: Hashable, Sendable {
    var isByColumn = false
    /// Whether gaps that were left are filled later.
    var isDense = false
}
