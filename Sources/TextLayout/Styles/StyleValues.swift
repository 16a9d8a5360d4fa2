// The values of the properties that the engine knows; keywords have the names CSS gives them.

enum Display: String {
    case none, contents, block, inline, flex, grid, table
    case inlineBlock = "inline-block"
    case listItem = "list-item"
    case tableRow = "table-row"
    case tableCell = "table-cell"
    case tableHeaderGroup = "table-header-group"
    case tableRowGroup = "table-row-group"
    case tableFooterGroup = "table-footer-group"
    case tableCaption = "table-caption"
    case tableColumn = "table-column"
    case tableColumnGroup = "table-column-group"

    /// Whether a box of this kind stands in a line of text.
    var isInlineLevel: Bool { self == .inline || self == .inlineBlock }

    /// Whether what is in it may stand beside each other.
    var isBeside: Bool { self == .flex || self == .grid || self == .tableRow }

    /// Whether it is a table or a part of one.
    var isTable: Bool { self == .table || isTablePart }

    /// Whether it is a part that only means something inside a table.
    var isTablePart: Bool {
        switch self {
        case .tableRow, .tableCell, .tableHeaderGroup, .tableRowGroup, .tableFooterGroup, .tableCaption, .tableColumn,
            .tableColumnGroup:
            true
        case .none, .contents, .block, .inline, .flex, .grid, .table, .inlineBlock, .listItem: false
        }
    }
}

enum BorderStyle: String {
    case none, single, double, heavy, dashed, dotted
    case rounded
}

enum WhiteSpace: String {
    case normal, nowrap, pre
    case preWrap = "pre-wrap"
    case preLine = "pre-line"

    var keepsSpaces: Bool { self == .pre || self == .preWrap }
    var keepsLines: Bool { self == .pre || self == .preWrap || self == .preLine }
    var wraps: Bool { self != .nowrap && self != .pre }
}

enum TextAlign: String {
    case left, right, center
}

enum VerticalAlign: String {
    case top, middle, bottom
}

enum TextTransform: String {
    case none, uppercase, lowercase, capitalize
}

enum ListStyle: String {
    case none, disc, circle, square, decimal
    case lowerAlpha = "lower-alpha"
    case upperAlpha = "upper-alpha"
    case lowerRoman = "lower-roman"
    case upperRoman = "upper-roman"
    case disclosureOpen = "disclosure-open"
    case disclosureClosed = "disclosure-closed"
}

enum FlexDirection: String {
    case row, column
    case rowReverse = "row-reverse"
    case columnReverse = "column-reverse"
}

enum Distribution: String {
    case start, center, end
    case between = "space-between"
    case around = "space-around"
    case evenly = "space-evenly"
}

enum Alignment: String {
    case stretch, start, center, end
}

/// A CSS length along one axis, in cells once its unit is known.
enum Length: Hashable {
    case auto
    case cells(Int)
    /// Per cent of the containing box.
    case percent(Double)
    /// What depends on the containing box in more than one way, as `calc(100% - 4ch)`.
    case calculated(Calculation)
    case minContent
    case maxContent
    case fitContent

    /// The cells that the length means inside a box of `available` cells; nil where the content decides.
    func resolved(in available: Int) -> Int? {
        switch self {
        case .cells(let count): count
        case .percent(let percent): Int((Double(available) * percent / 100).rounded(.down))
        case .calculated(let value): value.cells(in: available).map(LengthParser.rounded)
        case .auto, .minContent, .maxContent, .fitContent: nil
        }
    }
}
