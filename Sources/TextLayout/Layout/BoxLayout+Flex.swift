extension BoxLayout {
    /// Puts boxes beside each other, or below each other in a column (CSS Flexbox 1, simplified).
    ///
    /// A row that does not even fit with its least widths wraps, asked or not: a terminal cannot scroll sideways.
    func layOutFlex(_ boxes: [Box], _ style: ComputedStyle, _ area: Rect) -> Int {
        let ordered = sorted(style.flexDirection.isReversed ? boxes.reversed() : boxes)
        guard style.flexDirection.isRow else { return layOutFlexColumn(ordered, style, area) }
        let items = ordered.map { flexItem($0, room: area.size.columns) }
        let width = area.size.columns
        let least = items.reduce(0) { $0 + $1.minimum } + style.columnGap * max(0, items.count - 1)
        var lines: [[FlexItem]] = []
        if style.flexWraps || least > width {
            var used = 0
            for item in items {
                if lines.isEmpty || used + style.columnGap + item.base > width {
                    lines.append([item])
                    used = item.base
                } else {
                    lines[lines.count - 1].append(item)
                    used += style.columnGap + item.base
                }
            }
        } else if !items.isEmpty {
            lines = [items]
        }
        var row = 0
        for (place, line) in lines.enumerated() {
            if place > 0 { row += style.rowGap }
            row += layOutFlexLine(
                line, style, Rect(column: area.origin.column, row: area.origin.row + row, columns: width, rows: 0))
        }
        return row
    }

    private struct FlexItem {
        let box: Box
        /// The width it starts from, with its margins.
        var base: Int
        /// The width below which it is not shrunk, with its margins.
        var minimum: Int
        var grow: Double
        var shrink: Double
        var width: Int
        var margins: (left: Int, right: Int)
        /// Whether the margin before or after takes free room.
        var pushes: (left: Bool, right: Bool)
    }

    func sorted(_ boxes: [Box]) -> [Box] {
        guard boxes.contains(where: { styles[$0.style].order != 0 }) else { return boxes }
        return boxes.enumerated().sorted {
            (styles[$0.element.style].order, $0.offset) < (styles[$1.element.style].order, $1.offset)
        }.map(\.element)
    }

    private func flexItem(_ box: Box, room: Int) -> FlexItem {
        let style = styles[box.style]
        let widths = self.widths(of: box)
        let margins = (
            left: style.margin.left.resolved(in: room) ?? 0, right: style.margin.right.resolved(in: room) ?? 0
        )
        let asked = (style.flexBasis == .auto ? style.width : style.flexBasis).resolved(in: room) ?? widths.maximum
        let most = style.maxWidth.resolved(in: room) ?? room
        let outer = margins.left + margins.right
        // A width in per cent is no reason to be wide; the content is.
        let minimum = min(widths.minimum, max(1, room - outer))
        return FlexItem(
            box: box, base: min(max(asked, minimum), most, max(1, room - outer)) + outer, minimum: minimum + outer,
            grow: style.flexGrow, shrink: style.flexShrink, width: 0, margins: margins,
            pushes: (style.margin.left == .auto, style.margin.right == .auto))
    }

    private func layOutFlexLine(_ line: [FlexItem], _ style: ComputedStyle, _ area: Rect) -> Int {
        let gaps = style.columnGap * (line.count - 1)
        var items = line
        var free = area.size.columns - gaps - items.reduce(0) { $0 + $1.base }
        for place in items.indices { items[place].width = items[place].base }
        if free > 0 {
            free = Self.grow(&items, by: free)
        } else if free < 0 {
            free = Self.shrink(&items, by: -free)
        }
        let pushing = items.reduce(0) { $0 + ($1.pushes.left ? 1 : 0) + ($1.pushes.right ? 1 : 0) }
        let push = pushing > 0 ? max(0, free) / pushing : 0
        if pushing > 0 { free = 0 }
        var height = 0
        for item in items {
            layOut(item.box, width: max(1, item.width - item.margins.left - item.margins.right))
            height = max(height, item.box.naturalRows)
        }
        var (column, between) = Self.distribute(free, items.count, style.justifyContent)
        column += area.origin.column
        for item in items {
            if item.pushes.left { column += push }
            let top = align(item.box, styles[item.box.style].alignSelf ?? style.alignItems, in: height)
            item.box.origin = Position(column: column + item.margins.left, row: area.origin.row + top)
            column += item.width + style.columnGap + between + (item.pushes.right ? push : 0)
        }
        return height
    }

    /// Gives free cells to the items that grow; returns what is left.
    private static func grow(_ items: inout [FlexItem], by free: Int) -> Int {
        var rest = free
        var weights = items.reduce(0) { $0 + $1.grow }
        for place in items.indices where items[place].grow > 0 && weights > 0 {
            let share = Int((Double(rest) * items[place].grow / weights).rounded())
            weights -= items[place].grow
            items[place].width += share
            rest -= share
        }
        return rest
    }

    /// Takes lacking cells from the items that shrink, down to their least widths.
    private static func shrink(_ items: inout [FlexItem], by lacking: Int) -> Int {
        var rest = lacking
        while rest > 0 {
            let yielding = items.indices.filter { items[$0].shrink > 0 && items[$0].width > items[$0].minimum }
            guard !yielding.isEmpty else { break }
            var weights = yielding.reduce(0) { $0 + items[$1].width }
            let before = rest
            for place in yielding where rest > 0 {
                let share = weights > 0 ? max(1, before * items[place].width / max(1, weights)) : 1
                let taken = min(share, rest, items[place].width - items[place].minimum)
                weights = max(1, weights)
                items[place].width -= taken
                rest -= taken
            }
        }
        return 0
    }

    /// The columns before the first item and between items that a distribution makes of free room.
    static func distribute(_ free: Int, _ count: Int, _ distribution: Distribution) -> (
        start: Int, between: Int
    ) {
        guard free > 0, count > 0 else { return (0, 0) }
        switch distribution {
        case .start: return (0, 0)
        case .center: return (free / 2, 0)
        case .end: return (free, 0)
        case .between: return count > 1 ? (0, free / (count - 1)) : (0, 0)
        case .around: return (free / count / 2, free / count)
        case .evenly: return (free / (count + 1), free / (count + 1))
        }
    }

    private func layOutFlexColumn(_ boxes: [Box], _ style: ComputedStyle, _ whole: Rect) -> Int {
        let markers = max(0, markerColumns(of: boxes) - style.padding.left)
        let area = Rect(
            column: whole.origin.column + markers, row: whole.origin.row,
            columns: max(1, whole.size.columns - markers), rows: 0)
        var row = 0
        var isFirst = true
        for box in boxes {
            let alignment = styles[box.style].alignSelf ?? style.alignItems
            let (left, width) = fit(box, in: area.size.columns, shrinks: alignment != .stretch)
            layOut(box, width: width)
            guard box.size.rows > 0 else { continue }
            if !isFirst { row += max(style.rowGap, 0) }
            row += isFirst ? 0 : box.outerMargins.top
            isFirst = false
            let rest = area.size.columns - width
            let shift =
                switch alignment {
                case .stretch, .start: left
                case .center: rest / 2
                case .end: rest
                }
            box.origin = Position(column: area.origin.column + shift, row: area.origin.row + row)
            row += box.size.rows + box.outerMargins.bottom
        }
        return row
    }
}
