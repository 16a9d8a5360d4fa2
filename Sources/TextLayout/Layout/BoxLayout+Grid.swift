extension BoxLayout {
    /// Puts boxes into the rows and columns of a grid (CSS Grid 2).
    ///
    /// Where columns would become too narrow there are fewer of them, and where places are told for all, one: a terminal
    /// cannot scroll sideways.
    func layOutGrid(_ boxes: [Box], _ style: ComputedStyle, _ area: Rect) -> Int {
        let boxes = sorted(boxes)
        let (placement, tracks) = arrange(boxes, style, width: area.size.columns)
        let sizes = tracks.sizes(stretches: style.justifyContent == .start)
        let taken = sizes.reduce(0, +) + style.columnGap * max(0, sizes.count - 1)
        let (start, between) = Self.distribute(area.size.columns - taken, sizes.count, style.justifyContent)
        var lefts: [Int] = []
        var column = area.origin.column + start
        for size in sizes {
            lefts.append(column)
            column += size + style.columnGap + between
        }
        for (box, item) in zip(boxes, placement.items) {
            let last = item.columnSpan.upperBound - 1
            let left = lefts[item.columnSpan.lowerBound]
            let width = max(1, lefts[last] + sizes[last] - left)
            let alignment = styles[box.style].rare.justifySelf ?? style.rare.justifyItems
            let fitted = fit(box, in: width, shrinks: alignment != .stretch)
            layOut(box, width: fitted.width)
            let shift =
                switch alignment {
                case .stretch, .start: fitted.left
                case .center: max(0, width - fitted.width) / 2
                case .end: max(0, width - fitted.width)
                }
            box.origin.column = left + shift
        }
        return placeRows(boxes, placement, style, top: area.origin.row)
    }

    // MARK: Columns

    private func arrange(
        _ boxes: [Box], _ style: ComputedStyle, width: Int
    ) -> (placement: GridPlacement, tracks: GridTracks) {
        let rare = style.rare
        let template = expanded(rare.gridColumns, gap: style.columnGap, width: width, count: boxes.count)
        let items = boxes.map { box in
            let rare = styles[box.style].rare
            return GridPlacement.Item(columns: rare.gridColumn, rows: rare.gridRow)
        }
        let isPlaced = rare.gridAreas.columns > 0 || items.contains { $0.columns.isPlaced } || rare.gridFlow.isByColumn
        var limit = GridTemplate.limit
        while true {
            let placement = GridPlacement(
                items, columns: template, rows: rare.gridRows, areas: rare.gridAreas, flow: rare.gridFlow,
                limit: limit)
            let tracks = self.tracks(placement, template, boxes, style, width: width)
            if tracks.fit || tracks.tracks.count == 1 { return (placement, tracks) }
            guard !isPlaced else { break }
            // Of very many columns it makes no difference which number is tried next.
            let count = tracks.tracks.count
            limit = count > 32 ? count * 3 / 4 : count - 1
        }
        let free = items.map { _ in GridPlacement.Item(columns: GridRange(), rows: GridRange()) }
        let placement = GridPlacement(
            free, columns: template, rows: GridTemplate(), areas: GridAreas(), flow: GridFlow(), limit: 1)
        return (placement, tracks(placement, template, boxes, style, width: width))
    }

    private func tracks(
        _ placement: GridPlacement, _ template: GridTemplate, _ boxes: [Box], _ style: ComputedStyle, width: Int
    ) -> GridTracks {
        let further = style.rare.gridAutoColumns
        // Columns that are not named are such as all others in a grid that names none.
        let other = template.isEmpty && further == [.auto] && !style.rare.gridFlow.isByColumn
        let named = template.tracks.prefix(placement.columnCount)
        let unnamed = (named.count..<max(named.count, placement.columnCount)).map { place in
            other ? GridTrack(.fraction(1)) : further[(place - named.count) % further.count]
        }
        var tracks = GridTracks(Array(named) + unnamed, gap: style.columnGap, room: width)
        for isSpanning in [false, true] {
            for (box, item) in zip(boxes, placement.items) where (item.columnSpan.count > 1) == isSpanning {
                tracks.add(outerWidths(of: box), to: item.columnSpan)
            }
        }
        return tracks
    }

    /// A template with the tracks that are repeated as often as there is room for.
    private func expanded(_ template: GridTemplate, gap: Int, width: Int, count: Int) -> GridTemplate {
        guard let repeated = template.autoRepeat else { return template }
        func cells(_ track: GridTrack) -> Int {
            for size in [track.most, track.least] {
                if case .length(let length) = size, let cells = length.resolved(in: width) { return max(1, cells) }
            }
            return 16
        }
        let others = template.tracks.reduce(0) { $0 + cells($1) + gap }
        let unit = repeated.tracks.reduce(0) { $0 + cells($1) + gap }
        var times = max(1, (width - others + gap) / max(1, unit))
        if repeated.fits { times = min(times, max(1, (count + repeated.tracks.count - 1) / repeated.tracks.count)) }
        times = max(1, min(times, (GridTemplate.limit - template.tracks.count) / repeated.tracks.count))
        var result = template
        let tracks = Array(repeating: repeated.tracks, count: times).flatMap(\.self)
        result.tracks.insert(contentsOf: tracks, at: min(repeated.place, template.tracks.count))
        result.autoRepeat = nil
        for (name, lines) in template.lines {
            result.lines[name] = lines.map { $0 > repeated.place ? $0 + tracks.count : $0 }
        }
        return result
    }

    // MARK: Rows

    private func placeRows(_ boxes: [Box], _ placement: GridPlacement, _ style: ComputedStyle, top: Int) -> Int {
        let rare = style.rare
        var heights = (0..<placement.rowCount).map { row -> Int in
            let track =
                row < rare.gridRows.tracks.count
                ? rare.gridRows.tracks[row] : rare.gridAutoRows[row % rare.gridAutoRows.count]
            if case .length(let length) = track.least { return length.resolved(in: 0) ?? 0 }
            return 0
        }
        for (box, item) in zip(boxes, placement.items) where item.rowSpan.count == 1 {
            heights[item.rowSpan.lowerBound] = max(heights[item.rowSpan.lowerBound], box.naturalRows)
        }
        for (box, item) in zip(boxes, placement.items) where item.rowSpan.count > 1 {
            let covered = heights[item.rowSpan].reduce(0, +) + style.rowGap * (item.rowSpan.count - 1)
            heights[item.rowSpan.upperBound - 1] += max(0, box.naturalRows - covered)
        }
        let asked = max(style.height.resolved(in: 0) ?? 0, style.minHeight.resolved(in: 0) ?? 0) - style.insets.vertical
        let free = asked - heights.reduce(0, +) - style.rowGap * max(0, heights.count - 1)
        if free > 0 {
            let factors = heights.indices.map { row in
                row < rare.gridRows.tracks.count ? rare.gridRows.tracks[row].factor ?? 0 : 0
            }
            for (row, part) in GridTracks.share(free, by: factors).enumerated() { heights[row] += part }
        }
        var tops: [Int] = []
        var row = top
        for height in heights {
            tops.append(row)
            row += height + style.rowGap
        }
        for (box, item) in zip(boxes, placement.items) {
            let last = item.rowSpan.upperBound - 1
            let room = tops[last] + heights[last] - tops[item.rowSpan.lowerBound]
            box.origin.row =
                tops[item.rowSpan.lowerBound] + align(box, styles[box.style].alignSelf ?? style.alignItems, in: room)
        }
        return max(0, row - top - (heights.isEmpty ? 0 : style.rowGap))
    }
}

extension GridRange {
    /// Whether it names a place that has no meaning among fewer columns.
    fileprivate var isPlaced: Bool {
        [start, end].contains { line in
            switch line {
            case .auto, .span, .number(1), .number(-1): false
            case .number, .name: true
            }
        }
    }
}
