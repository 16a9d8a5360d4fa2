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
        guard box.laidOutWidth != width else { return }
        box.laidOutWidth = width
        if layOutSingleLine(box, width: width) { return }
        let style = styles[box.style]
        let insets = style.insets
        let inner = Rect(
            column: insets.left, row: insets.top, columns: max(1, width - insets.horizontal), rows: 0)
        box.outerMargins = (style.margin.top.resolved(in: 0) ?? 0, style.margin.bottom.resolved(in: 0) ?? 0)
        let rows: Int
        switch box.content {
        case .lines(let content):
            var lines = LineLayout(layout: self, content: content, style: style, area: inner)
            rows = lines.layOut()
        case .control(let content):
            guard let node = box.node else { return }
            rows = ControlDrawing(document: document, node: node, style: box.style, content: content).draw(width: width)
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
            rows = layOutTable(table, style, inner)
        }
        let asked = max(style.height.resolved(in: 0) ?? 0, style.minHeight.resolved(in: 0) ?? 0)
        box.size = Size(columns: width, rows: max(rows + insets.vertical, asked))
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
        case .cells(let cells): asked = cells
        case .percent: asked = min(style.width.resolved(in: available) ?? room, room)
        case .minContent: asked = widths(of: box).minimum
        case .maxContent, .fitContent: asked = widths(of: box).maximum
        case .auto:
            let fills = !shrinks && style.display != .table && style.display != .inlineBlock
            asked = fills ? room : widths(of: box).maximum
        }
        let least = style.minWidth.resolved(in: available) ?? 0
        let most = style.maxWidth.resolved(in: available) ?? room
        return max(1, min(max(least, min(asked, most)), room))
    }

    /// The widths that a box asks for, with its borders and padding but not its margins.
    func widths(of box: Box) -> IntrinsicWidths {
        if let known = box.intrinsicWidths { return known }
        if case .lines(let content) = box.content, let plain = content.plainText {
            let metrics = styles.metrics(box.style)
            if metrics.isSizedByContent {
                let widths = plain.widths.widened(by: metrics.insets.horizontal)
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
            widths = ControlDrawing(document: document, node: node, style: box.style, content: content).widths
        case .boxes(let boxes): widths = self.widths(of: boxes, style)
        case .table(let table): widths = columns(of: table, style).widths
        }
        if case .control = box.content {} else { widths = widths.widened(by: style.insets.horizontal) }
        if case .cells(let cells) = style.width { widths = IntrinsicWidths(minimum: cells, maximum: cells) }
        if case .cells(let cells) = style.maxWidth {
            widths = IntrinsicWidths(minimum: min(widths.minimum, cells), maximum: min(widths.maximum, cells))
        }
        if case .cells(let cells) = style.minWidth {
            widths = widths.union(IntrinsicWidths(minimum: cells, maximum: cells))
        }
        box.intrinsicWidths = widths
        return widths
    }

    /// The same with the margins.
    func outerWidths(of box: Box) -> IntrinsicWidths {
        let margin = styles[box.style].margin
        return widths(of: box).widened(by: (margin.left.resolved(in: 0) ?? 0) + (margin.right.resolved(in: 0) ?? 0))
    }

    private func widths(of boxes: [Box], _ style: ComputedStyle) -> IntrinsicWidths {
        if style.display == .flex, style.flexDirection.isRow {
            var sum = IntrinsicWidths.zero
            for box in boxes {
                let widths = outerWidths(of: box)
                sum = IntrinsicWidths(
                    minimum: max(sum.minimum, widths.minimum), maximum: sum.maximum + widths.maximum)
            }
            sum.maximum += style.columnGap * max(0, boxes.count - 1)
            return sum
        }
        if style.display == .grid, !style.gridColumns.isEmpty {
            let widest = boxes.reduce(IntrinsicWidths.zero) { $0.union(outerWidths(of: $1)) }
            let count = style.gridColumns.count
            return IntrinsicWidths(
                minimum: widest.minimum, maximum: widest.maximum * count + style.columnGap * (count - 1))
        }
        return boxes.reduce(.zero) { $0.union(outerWidths(of: $1)) }
    }
}

extension FlexDirection {
    var isRow: Bool { self == .row || self == .rowReverse }
    var isReversed: Bool { self == .rowReverse || self == .columnReverse }
}
