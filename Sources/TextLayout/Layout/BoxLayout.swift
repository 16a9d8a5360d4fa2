import HTMLTree

/// Finds the sizes of boxes and the places of what is inside them.
///
/// A box that was laid out at the same width keeps what was found. Each kind of content has its own file.
final class BoxLayout {
    let document: Document
    let styles: StyleTable

    init(document: Document, styles: StyleTable) {
        self.document = document
        self.styles = styles
    }

    /// Lays out a box whose border edges are `width` columns apart.
    func layOut(_ box: Box, width: Int) {
        guard box.laidOutWidth != width else {
            box.size.rows = box.naturalRows
            return
        }
        box.laidOutWidth = width
        if !layOutSingleLine(box, width: width) { layOutContent(of: box, width: width) }
        box.naturalRows = box.size.rows
    }

    private func layOutContent(of box: Box, width: Int) {
        let style = styles[box.style]
        let insets = insets(of: box, style, width: width)
        let inner = Rect(
            column: insets.left, row: insets.top, columns: max(1, width - insets.horizontal), rows: 0)
        box.outerMargins = (style.margin.top.resolved(in: 0) ?? 0, style.margin.bottom.resolved(in: 0) ?? 0)
        let rows: Int
        switch box.content {
        case .lines(let content):
            var lines = LineLayout(layout: self, content: content, style: style, area: inner)
            let all = lines.layOut()
            rows = styles.metrics(box.style).limitsRows ? clamped(content, all, style, inner) : all
        case .control(let content):
            guard let node = box.node else { return }
            rows = ControlDrawing(document: document, node: node, style: box.style, content: content, styles: styles)
                .draw(width: width)
            box.size = Size(columns: width, rows: rows)
            return
        case .boxes(let boxes):
            switch style.display {
            case .flex: rows = layOutFlex(boxes, style, inner)
            case .grid: rows = layOutGrid(boxes, style, inner)
            case .none, .contents, .block, .inline, .table, .inlineBlock, .listItem, .tableRow, .tableCell,
                .tableHeaderGroup, .tableRowGroup, .tableFooterGroup, .tableCaption, .tableColumn, .tableColumnGroup:
                rows = layOutBlocks(boxes, in: box, style, inner)
            }
        case .table(let table):
            rows = layOutTable(table, style, inner, width: width)
        }
        let asked = max(style.height.resolved(in: 0) ?? 0, style.minHeight.resolved(in: 0) ?? 0)
        var total = max(rows + insets.vertical, asked)
        if styles.metrics(box.style).limitsRows, style.rare.hidesRows {
            let most = style.rare.maxHeight.resolved(in: 0) ?? style.height.resolved(in: 0) ?? total
            total = min(total, max(most, insets.vertical + 1))
        }
        box.size = Size(columns: width, rows: total)
    }

    /// Leaves only as many lines as a style allows; says how many there are.
    private func clamped(_ content: InlineContent, _ rows: Int, _ style: ComputedStyle, _ area: Rect) -> Int {
        guard let most = style.rare.lineClamp, most < rows else { return rows }
        content.cut(toRows: most, in: area)
        return most
    }

    /// What lies between the edge of a box and its content: in a box that is too narrow, padding shrinks before words break.
    private func insets(of box: Box, _ style: ComputedStyle, width: Int) -> Edges<Int> {
        var insets = style.insets
        let padding = style.padding.horizontal
        guard padding > 0, style.display == .tableCell || width - insets.horizontal < Self.roomyWidth else {
            return insets
        }
        _ = widths(of: box)
        let lacking = min(padding, box.leastContent + insets.horizontal - width)
        guard lacking > 0 else { return insets }
        let fromLeft = lacking * style.padding.left / padding
        insets.left -= fromLeft
        insets.right -= lacking - fromLeft
        return insets
    }

    /// Lays out a box that holds one plain text which fits on a line; false for all others.
    private func layOutSingleLine(_ box: Box, width: Int) -> Bool {
        guard case .lines(let content) = box.content, let plain = content.plainText else { return false }
        let metrics = styles.metrics(box.style)
        let room = width - metrics.insets.horizontal - plain.widths.maximum
        guard metrics.isSizedByContent, room >= 0 else { return false }
        let shift =
            switch metrics.textAlign {
            case .left: 0
            case .right: room
            case .center: room / 2
            }
        content.setSingleRun(column: metrics.insets.left + shift, row: metrics.insets.top)
        box.outerMargins = (metrics.marginTop, metrics.marginBottom)
        box.size = Size(columns: width, rows: 1 + metrics.insets.vertical)
        return true
    }

    /// The border width that a box takes where there is room for `available` columns, and where it stands in them.
    func fit(_ box: Box, in available: Int, shrinks: Bool = false) -> (left: Int, width: Int) {
        let style = styles[box.style]
        let left = style.margin.left.resolved(in: available) ?? 0
        let right = style.margin.right.resolved(in: available) ?? 0
        let room = max(1, available - left - right)
        let width = self.width(of: box, style, room: room, available: available, shrinks: shrinks)
        let rest = room - width
        guard rest > 0 else { return (min(left, max(0, available - width)), width) }
        switch (style.margin.left == .auto, style.margin.right == .auto) {
        case (true, true): return (rest / 2, width)
        case (true, false): return (rest, width)
        case (false, true), (false, false): return (left, width)
        }
    }

    private func width(of box: Box, _ style: ComputedStyle, room: Int, available: Int, shrinks: Bool) -> Int {
        let asked: Int
        switch style.width {
        case .cells(let cells):
            // What is too long for a width that is asked for would stick out over its neighbours.
            asked = isRoomy(cells, box, style) ? cells : max(cells, widths(of: box).minimum)
        case .percent, .calculated:
            let cells = min(style.width.resolved(in: available) ?? room, room)
            asked = isRoomy(cells, box, style) || style.display == .table ? cells : max(cells, widths(of: box).minimum)
        case .minContent: asked = widths(of: box).minimum
        case .maxContent, .fitContent: asked = widths(of: box).maximum
        case .auto:
            let fills = !shrinks && style.display != .table && style.display != .inlineBlock
            asked = fills ? room : widths(of: box).maximum
        }
        let least = style.minWidth.resolved(in: available) ?? 0
        var most = style.maxWidth.resolved(in: available) ?? room
        if most < room, !isRoomy(most, box, style) { most = max(most, widths(of: box).bare) }
        return max(1, min(max(least, min(asked, most)), room))
    }

    /// In a box of so many columns words have room. What its content asks for is not looked at, since then each change of a
    /// word would have to be.
    private static let roomyWidth = 40

    /// Whether what a box holds can be in so many columns: in any case what is cut off there, or is drawn to measure.
    private func isRoomy(_ cells: Int, _ box: Box, _ style: ComputedStyle) -> Bool {
        if case .control = box.content { return true }
        return style.hidesOverflow || cells >= Self.roomyWidth
    }

    /// The widths that a box asks for, with its borders and padding but not its margins.
    func widths(of box: Box) -> IntrinsicWidths {
        if let known = box.intrinsicWidths { return known }
        if case .lines(let content) = box.content, let plain = content.plainText {
            let metrics = styles.metrics(box.style)
            if metrics.isSizedByContent {
                let widths = plain.widths.widened(by: metrics.insets.horizontal, padding: metrics.horizontalPadding)
                box.leastContent = plain.widths.minimum
                box.intrinsicWidths = widths
                return widths
            }
        }
        let style = styles[box.style]
        var widths: IntrinsicWidths
        switch box.content {
        case .lines(let content): widths = textWidths(of: content)
        case .control(let content):
            guard let node = box.node else { return .zero }
            widths =
                ControlDrawing(document: document, node: node, style: box.style, content: content, styles: styles)
                .widths
        case .boxes(let boxes): widths = self.widths(of: boxes, style)
        case .table(let table): widths = self.widths(of: table, style)
        }
        box.leastContent = widths.minimum
        if case .control = box.content {
        } else {
            widths = widths.widened(by: style.insets.horizontal, padding: style.padding.horizontal)
        }
        widths = constrained(widths, style)
        box.intrinsicWidths = widths
        return widths
    }

    /// Text that may be cut keeps so many columns.
    private static let leastCut = 8

    /// The widths that content asks for within what its style says.
    private func constrained(_ content: IntrinsicWidths, _ style: ComputedStyle) -> IntrinsicWidths {
        var widths = content
        if case .cells(let cells) = style.width {
            if style.hidesOverflow {
                widths = IntrinsicWidths(minimum: cells, maximum: cells)
            } else if style.display == .tableCell {
                // A width that the content does not fit in is a wish to be narrow, not to be broken up.
                if cells >= widths.minimum { widths.maximum = cells }
            } else {
                widths.minimum = max(cells, widths.minimum)
                widths.maximum = widths.minimum
            }
        }
        if style.hidesOverflow, !style.whiteSpace.wraps { widths.bare = min(widths.bare, Self.leastCut) }
        if case .cells(let cells) = style.maxWidth {
            // What is cut keeps some cells in a table, where a width of nothing means no more than is left.
            let isWish = style.display == .tableCell && cells < Self.leastCut
            let most = isWish ? widths.maximum : style.hidesOverflow ? cells : max(cells, widths.bare)
            if isWish, style.hidesOverflow { widths.minimum = min(widths.minimum, Self.leastCut) }
            widths.minimum = min(widths.minimum, most)
            widths.maximum = min(widths.maximum, most)
        }
        if case .cells(let cells) = style.minWidth {
            widths.minimum = max(widths.minimum, cells)
            widths.maximum = max(widths.maximum, cells)
        }
        widths.bare = min(widths.bare, widths.minimum)
        return widths
    }

    /// Where a box begins in some rows beside others. One with lines or a ground of its own fills them where it is to.
    func align(_ box: Box, _ alignment: Alignment, in rows: Int) -> Int {
        let rest = max(0, rows - box.naturalRows)
        box.size.rows = box.naturalRows
        switch alignment {
        case .start: return 0
        case .center: return rest / 2
        case .end: return rest
        case .stretch:
            let style = styles[box.style]
            if case .boxes = box.content, style.border.bottom != .none || style.paintsGround { box.size.rows += rest }
            if case .lines = box.content, style.border.bottom != .none || style.paintsGround { box.size.rows += rest }
            return 0
        }
    }

    /// The same with the margins.
    func outerWidths(of box: Box) -> IntrinsicWidths {
        let margin = styles[box.style].margin
        return widths(of: box).widened(by: (margin.left.resolved(in: 0) ?? 0) + (margin.right.resolved(in: 0) ?? 0))
    }

    private func widths(of boxes: [Box], _ style: ComputedStyle) -> IntrinsicWidths {
        if style.display == .flex, style.flexDirection.isRow {
            let each = boxes.map(outerWidths)
            let widest = each.reduce(IntrinsicWidths.zero) { $0.union($1) }
            var sum = each.reduce(IntrinsicWidths.zero, +).widened(by: style.columnGap * max(0, boxes.count - 1))
            if style.flexWraps { sum.minimum = widest.minimum }
            // A row that has to wraps, asked or not.
            sum.bare = widest.bare
            return sum
        }
        if style.display == .grid, !style.rare.gridColumns.isEmpty {
            let widest = boxes.reduce(IntrinsicWidths.zero) { $0.union(outerWidths(of: $1)) }
            let template = style.rare.gridColumns
            let count = max(1, min(boxes.count, template.tracks.count + (template.autoRepeat?.tracks.count ?? 0)))
            return IntrinsicWidths(
                minimum: widest.minimum, maximum: widest.maximum * count + style.columnGap * (count - 1),
                bare: widest.bare)
        }
        return boxes.reduce(.zero) { $0.union(outerWidths(of: $1)) }
    }
}

extension FlexDirection {
    var isRow: Bool { self == .row || self == .rowReverse }
    var isReversed: Bool { self == .rowReverse || self == .columnReverse }
}
