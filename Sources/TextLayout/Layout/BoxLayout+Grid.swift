extension BoxLayout {
    /// The least columns of cells that a column of a grid is worth having.
    private static let leastColumn = 8

    /// Puts boxes into the columns of a grid, row by row (CSS Grid 1, simplified).
    ///
    /// Where the columns would become too narrow, there are fewer of them.
    func layOutGrid(_ boxes: [Box], _ style: ComputedStyle, _ area: Rect) -> Int {
        let widths = gridColumns(style, boxes, width: area.size.columns)
        var row = 0
        var height = 0
        var column = 0
        for box in boxes {
            let span = min(max(1, styles[box.style].gridColumnSpan), widths.count)
            if column + span > widths.count {
                row += height + style.rowGap
                height = 0
                column = 0
            }
            let left = widths[..<column].reduce(0, +) + style.columnGap * column
            let width = widths[column..<column + span].reduce(0, +) + style.columnGap * (span - 1)
            let fitted = fit(box, in: max(1, width))
            layOut(box, width: fitted.width)
            box.origin = Position(column: area.origin.column + left + fitted.left, row: area.origin.row + row)
            height = max(height, box.size.rows)
            column += span
        }
        return row + height
    }

    private func gridColumns(_ style: ComputedStyle, _ boxes: [Box], width: Int) -> [Int] {
        let gap = style.columnGap
        if style.gridColumns.count == 1, case .autoRepeat(let minimum) = style.gridColumns[0] {
            let count = max(1, (width + gap) / max(1, minimum + gap))
            return Self.share(width - gap * (count - 1), by: Array(repeating: 1, count: count))
        }
        var tracks = style.gridColumns.isEmpty ? [.fraction(1)] : style.gridColumns
        while tracks.count > 1, (width - gap * (tracks.count - 1)) / tracks.count < Self.leastColumn {
            tracks.removeLast()
        }
        var fixed: [Int?] = tracks.enumerated().map { place, track in
            switch track {
            case .cells(let cells): cells
            case .percent(let percent): Int(Double(width) * percent / 100)
            case .fraction, .autoRepeat: nil
            case .auto:
                stride(from: place, to: boxes.count, by: tracks.count).reduce(0) {
                    max($0, outerWidths(of: boxes[$1]).maximum)
                }
            }
        }
        var rest = width - gap * (tracks.count - 1) - fixed.reduce(0) { $0 + ($1 ?? 0) }
        if rest < 0 {
            // Fixed columns that do not fit share the room like all others.
            fixed = fixed.map { _ in nil }
            rest = width - gap * (tracks.count - 1)
        }
        let shares = Self.share(
            rest, by: tracks.enumerated().map { place, track in fixed[place] == nil ? track.weight : 0 })
        return fixed.enumerated().map { place, cells in cells ?? shares[place] }
    }

    private static func share(_ total: Int, by weights: [Double]) -> [Int] {
        var rest = max(total, 0)
        var left = weights.reduce(0, +)
        return weights.map { weight in
            guard weight > 0, left > 0 else { return 0 }
            let share = Int((Double(rest) * weight / left).rounded(.down))
            rest -= share
            left -= weight
            return max(1, share)
        }
    }
}

extension GridTrack {
    fileprivate var weight: Double {
        switch self {
        case .fraction(let fraction): max(fraction, 0.01)
        case .cells, .percent, .auto, .autoRepeat: 1
        }
    }
}
