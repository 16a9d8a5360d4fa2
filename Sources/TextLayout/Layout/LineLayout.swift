/// Breaks the text of a box into lines and puts the boxes that stand in it on them.
struct LineLayout {
    private let layout: BoxLayout
    private let content: InlineContent
    private let style: ComputedStyle
    private let area: Rect
    /// The border width of each box in the text, with its margins on both sides.
    private var boxes: [(left: Int, width: Int, right: Int)] = []

    private var runs: [TextRun] = []
    private var row = 0
    private var column = 0
    /// Where the current line starts in the runs.
    private var lineStart = 0
    private var lineBoxes: [Int] = []
    private var hasContent = false
    /// The blanks that count only if something follows on the line.
    private var pendingSpace: InlineItem?

    init(layout: BoxLayout, content: InlineContent, style: ComputedStyle, area: Rect) {
        self.layout = layout
        self.content = content
        self.style = style
        self.area = area
    }

    private var width: Int { area.size.columns }

    /// Fills the content's runs and places its boxes; says how many rows they take.
    mutating func layOut() -> Int {
        for box in content.boxes {
            let margin = layout.styles[box.style].margin
            let left = margin.left.resolved(in: width) ?? 0
            let right = margin.right.resolved(in: width) ?? 0
            let fitted = layout.fit(box, in: width, shrinks: true)
            layout.layOut(box, width: fitted.width)
            boxes.append((left, fitted.width, right))
        }
        let items = content.items
        var place = 0
        while place < items.count {
            switch items[place].kind {
            case .lineBreak:
                endLine()
                place += 1
            case .space:
                if hasContent { pendingSpace = items[place] }
                place += 1
            case .keptSpace:
                placeKeptSpace(items[place])
                place += 1
            case .word, .box:
                place = placePieces(of: items, from: place)
            }
        }
        if hasContent || !lineBoxes.isEmpty { endLine() }
        content.runs = runs
        return row
    }

    /// Places the pieces that must stay together; says where the next ones start.
    private mutating func placePieces(of items: [InlineItem], from start: Int) -> Int {
        var end = start
        var needed = 0
        repeat {
            needed += width(of: items[end])
            end += 1
        } while end < items.count && staysWithPrevious(items[end], items[end - 1])

        if hasContent, column + (pendingSpace == nil ? 0 : 1) + needed > width, mayBreak(before: start) {
            endLine()
        }
        if let space = pendingSpace {
            pendingSpace = nil
            if hasContent { add(space.text, width: Int(space.width), space) }
        }
        let isTooLong = column + needed > width && !style.hidesOverflow
        for place in start..<end {
            let item = items[place]
            if item.kind == .box {
                placeBox(item)
            } else if isTooLong, column + Int(item.width) > width {
                split(item)
            } else {
                add(item.text, width: Int(item.width), item)
            }
        }
        return end
    }

    private func staysWithPrevious(_ item: InlineItem, _ previous: InlineItem) -> Bool {
        item.kind == .word && !item.allowsBreakBefore && previous.kind == .word
    }

    /// Whether a line may end before an item. Text that must not wrap still does where it would be lost at the edge.
    private func mayBreak(before place: Int) -> Bool {
        if !style.hidesOverflow { return true }
        if let pendingSpace { return pendingSpace.allowsBreakBefore }
        return content.items[place].allowsBreakBefore
            || (place > 0 && content.items[place - 1].kind != .word && content.items[place - 1].allowsBreakBefore)
    }

    private func width(of item: InlineItem) -> Int {
        guard item.kind == .box else { return Int(item.width) }
        let box = boxes[Int(item.boxIndex)]
        return box.left + box.width + box.right
    }

    /// Puts a word that is longer than a line on several, cluster by cluster.
    private mutating func split(_ item: InlineItem) {
        var part = ""
        var cells = 0
        for character in item.text {
            let next = TextWidth.width(of: character)
            if column + cells + next > width, column + cells > 0 {
                if !part.isEmpty { add(part, width: cells, item) }
                endLine()
                part = ""
                cells = 0
            }
            part.append(character)
            cells += next
        }
        if !part.isEmpty { add(part, width: cells, item) }
    }

    private mutating func placeKeptSpace(_ item: InlineItem) {
        pendingSpace = nil
        // Blanks that are kept hang over the end of a line that wraps.
        let cells = item.allowsBreakBefore ? max(0, min(Int(item.width), width - column)) : Int(item.width)
        if cells > 0 { add(cells == item.width ? item.text : String(repeating: " ", count: cells), width: cells, item) }
    }

    private mutating func placeBox(_ item: InlineItem) {
        let measured = boxes[Int(item.boxIndex)]
        content.boxes[Int(item.boxIndex)].origin.column = area.origin.column + column + measured.left
        lineBoxes.append(Int(item.boxIndex))
        column += measured.left + measured.width + measured.right
        hasContent = true
    }

    private mutating func add(_ text: String, width: Int, _ item: InlineItem) {
        hasContent = true
        defer { column += width }
        if runs.count > lineStart {
            let last = runs.count - 1
            let run = runs[last]
            if run.style == item.style, run.node == item.node,
                Int(run.column + run.width) == area.origin.column + column
            {
                runs[last].text += text
                runs[last].width += Int32(clamping: width)
                return
            }
        }
        runs.append(
            TextRun(
                text: text, column: Int32(clamping: area.origin.column + column), row: 0, width: Int32(clamping: width),
                style: item.style, node: item.node))
    }

    private mutating func endLine() {
        var height = 1
        var baseline = 0
        for index in lineBoxes { baseline = max(baseline, baselineRow(of: content.boxes[index])) }
        for index in lineBoxes {
            let box = content.boxes[index]
            let top = baseline - baselineRow(of: box)
            box.origin.row = area.origin.row + row + top
            height = max(height, top + box.size.rows)
        }
        if style.hidesOverflow, column > width { cutLine() }
        let shift =
            switch style.textAlign {
            case .left: 0
            case .right: max(0, width - column)
            case .center: max(0, (width - column) / 2)
            }
        for index in lineBoxes { content.boxes[index].origin.column += shift }
        for place in lineStart..<runs.count {
            runs[place].row = Int32(clamping: area.origin.row + row + baseline)
            runs[place].column += Int32(clamping: shift)
        }
        row += max(height, baseline + 1)
        column = 0
        lineStart = runs.count
        lineBoxes = []
        hasContent = false
        pendingSpace = nil
    }

    /// The row of a box on which the text beside it stands: its first line of text.
    private func baselineRow(of box: Box) -> Int {
        if case .control(let control) = box.content, case .textarea = control.kind { return 1 }
        return min(layout.styles[box.style].insets.top, max(0, box.size.rows - 1))
    }

    /// Drops what stands beyond the end of the line, with an ellipsis where the style asks for one.
    private mutating func cutLine() {
        let right = area.origin.column + width
        while let run = runs.last, runs.count > lineStart, Int(run.column) >= right {
            runs.removeLast()
        }
        column = min(column, width)
        guard let run = runs.last, runs.count > lineStart else { return }
        let room = right - Int(run.column)
        guard Int(run.width) > room || style.endsInEllipsis else { return }
        let line = FieldText.line(run.text, isSecret: false)
        runs[runs.count - 1].text =
            style.endsInEllipsis ? line.text(inColumns: 0..<room - 1) + "…" : line.text(inColumns: 0..<room)
        runs[runs.count - 1].width = Int32(clamping: room)
    }
}

extension BoxLayout {
    /// The widths that the text of a box asks for.
    func textWidths(of content: InlineContent) -> IntrinsicWidths {
        var widths = IntrinsicWidths.zero
        var line = 0
        var piece = IntrinsicWidths.zero
        var space = 0
        /// The blanks at the end of the piece, which count only if something follows.
        var pieceSpace = 0
        func endPiece() {
            widths.minimum = max(widths.minimum, piece.minimum)
            widths.bare = max(widths.bare, piece.bare)
            (piece, pieceSpace) = (.zero, 0)
        }
        for item in content.items {
            switch item.kind {
            case .lineBreak:
                widths.maximum = max(widths.maximum, line)
                endPiece()
                (line, space) = (0, 0)
            case .space, .keptSpace:
                if item.allowsBreakBefore {
                    endPiece()
                } else if item.kind == .keptSpace || piece.maximum > 0 {
                    pieceSpace += Int(item.width)
                }
                if item.kind == .space { space = line > 0 ? 1 : 0 } else { line += Int(item.width) }
            case .word, .box:
                if item.allowsBreakBefore { endPiece() }
                var needed = IntrinsicWidths(minimum: Int(item.width), maximum: Int(item.width))
                if item.kind == .box { needed = outerWidths(of: content.boxes[Int(item.boxIndex)]) }
                line += space + needed.maximum
                piece = piece.widened(by: pieceSpace) + needed
                (space, pieceSpace) = (0, 0)
            }
        }
        endPiece()
        widths.maximum = max(widths.maximum, line, widths.minimum)
        return widths
    }
}
