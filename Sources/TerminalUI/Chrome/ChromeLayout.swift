import TextLayout

/// Where everything is on the terminal.
struct ChromeLayout: Equatable {
    /// The least terminal that is of use.
    static let smallest = Size(columns: 20, rows: 6)
    /// In a terminal of fewer columns, the inspector is below the page.
    private static let leastColumnsBeside = 100
    private static let leastPageColumns = 24
    /// The inspector's part of the terminal unless a person wants another, in per cent; it then has no more than so many
    /// columns.
    static let usualShare = 40
    private static let mostUsualColumns = 80
    private static let leastInspectorColumns = 36
    private static let leastPaddedColumns = 40
    private static let leastPageRows = 5
    private static let leastInspectorRows = 5

    /// The page with its border; nil where the inspector leaves no room for it.
    var page: Rect?
    /// The inspector with its border.
    var inspector: Rect?
    var statusRow: Int

    /// - Parameters:
    ///   - size: The terminal's; at least `smallest`.
    ///   - share: The inspector's part of it, in per cent.
    init(size: Size, showsInspector: Bool, share: Int = usualShare) {
        statusRow = size.rows - 1
        let rows = size.rows - 1
        let whole = Rect(column: 0, row: 0, columns: size.columns, rows: rows)
        page = whole
        guard showsInspector else { return }
        let most = share == Self.usualShare ? Self.mostUsualColumns : size.columns - Self.leastPageColumns
        let beside = min(max(Self.leastInspectorColumns, size.columns * share / 100), most)
        let below = min(
            max(Self.leastInspectorRows, rows * share / 100), max(Self.leastInspectorRows, rows - Self.leastPageRows))
        if size.columns >= Self.leastColumnsBeside {
            page = Rect(column: 0, row: 0, columns: size.columns - beside, rows: rows)
            inspector = Rect(column: size.columns - beside, row: 0, columns: beside, rows: rows)
        } else if rows - below >= Self.leastPageRows {
            page = Rect(column: 0, row: 0, columns: size.columns, rows: rows - below)
            inspector = Rect(column: 0, row: rows - below, columns: size.columns, rows: below)
        } else {
            page = nil
            inspector = whole
        }
    }

    /// The cells of the page itself, within its border; where there is room, with a blank column at either side.
    var pageContent: Rect? {
        page.map { box in
            var content = Self.inside(box)
            guard box.size.columns >= Self.leastPaddedColumns else { return content }
            content.origin.column += 1
            content.size.columns -= 2
            return content
        }
    }

    static func inside(_ box: Rect) -> Rect {
        Rect(
            column: box.origin.column + 1, row: box.origin.row + 1, columns: max(0, box.size.columns - 2),
            rows: max(0, box.size.rows - 2))
    }
}

/// The looks of what stands around the page, as roles of the theme.
enum ChromeStyle {
    static let border = CellStyle(foreground: .role(.border))
    static let title = CellStyle(foreground: .role(.title))
    static let quiet = CellStyle(foreground: .role(.hint))
    static let address = CellStyle(foreground: .role(.accent))
    static let key = CellStyle(foreground: .role(.key))
    static let heading = CellStyle(foreground: .role(.heading))
    static let problem = CellStyle(foreground: .role(.problem), background: .role(.problem))
    static let notice = CellStyle(foreground: .role(.notice), background: .role(.notice))
    static let failure = CellStyle(foreground: .role(.error))
    static let success = CellStyle(foreground: .role(.success))
    /// What stands out from the page as a panel.
    static let surface = CellStyle(foreground: .role(.surface), background: .role(.surface))
    /// The line of a list that the next key acts on.
    static let selection = CellStyle(foreground: .role(.selection), background: .role(.selection))

    static let name = CellStyle(foreground: .role(.syntaxName))
    static let string = CellStyle(foreground: .role(.syntaxString))
    static let number = CellStyle(foreground: .role(.syntaxNumber))
    static let word = CellStyle(foreground: .role(.syntaxWord))
}

/// What a window shows that someone made too small: what is wrong, and that nothing is lost.
enum TooSmallNotice {
    static func frame(size: Size) -> Frame {
        var frame = Frame(size: Size(columns: max(1, size.columns), rows: max(1, size.rows)))
        let smallest = ChromeLayout.smallest
        let message = StyledText(
            "\(smallest.columns)x\(smallest.rows) needed, not \(size.columns)x\(size.rows): make the window larger.")
        for (row, line) in message.wrapped(to: frame.size.columns).prefix(frame.size.rows).enumerated() {
            frame.draw(line, at: Position(column: 0, row: row), columns: frame.size.columns)
        }
        return frame
    }
}
