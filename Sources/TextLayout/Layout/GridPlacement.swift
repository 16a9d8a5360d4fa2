/// Finds the rows and columns of the items of a grid (CSS Grid 2, section 8.5).
struct GridPlacement {
    /// What an item says about its place, and the place it gets.
    struct Item {
        var columns: GridRange
        var rows: GridRange
        var columnSpan = 0..<1
        var rowSpan = 0..<1
    }

    private(set) var items: [Item]
    /// The columns, those that nobody named included.
    private(set) var columnCount: Int
    private(set) var rowCount: Int
    private let flow: GridFlow
    private var taken: [[Bool]] = []
    private var cursor = (row: 0, column: 0)

    /// The rows that things cover beyond their first.
    private var furtherRows = 0

    /// Farther rows are the last one, so that no number makes the page endless.
    private static let rowLimit = 1000
    /// Things that cover more rows in all cover but one each.
    private static let furtherRowLimit = 20_000
    /// Of more things gaps are not filled later, since all rows would have to be looked at for each.
    private static let denseLimit = 1000

    /// - Parameters:
    ///   - columns: The columns that the grid names.
    ///   - rows: The rows that the grid names.
    ///   - limit: The most columns.
    init(
        _ items: [Item], columns: GridTemplate, rows: GridTemplate, areas: GridAreas, flow: GridFlow, limit: Int
    ) {
        if flow.isByColumn {
            self = Self.turned(items, columns: columns, rows: rows, areas: areas, flow: flow)
            return
        }
        self.items = items
        self.flow = GridFlow(isDense: flow.isDense && items.count <= Self.denseLimit)
        columnCount = min(max(1, columns.tracks.count, areas.columns), limit)
        rowCount = max(rows.tracks.count, areas.rows)
        let (columnCount, rowCount) = (columnCount, rowCount)
        var places: [(columns: Place, rows: Place)] = items.map { item in
            (
                Self.place(item.columns, columns, columnCount) { areas.areas[$0]?.columns },
                Self.place(item.rows, rows, rowCount) { areas.areas[$0]?.rows }
            )
        }
        for place in places.indices {
            places[place].columns.clamp(to: limit)
            places[place].rows.clamp(to: Self.rowLimit)
            let span = places[place].columns.start.map { $0 + places[place].columns.span } ?? places[place].columns.span
            self.columnCount = max(self.columnCount, span)
        }
        for place in places.indices where places[place].columns.start != nil && places[place].rows.start != nil {
            put(place, column: places[place].columns, row: places[place].rows)
        }
        for place in places.indices where places[place].columns.start == nil && places[place].rows.start != nil {
            findColumn(place, places[place])
        }
        for place in places.indices where places[place].rows.start == nil { findPlace(place, places[place]) }
        self.rowCount = max(self.rowCount, taken.count)
    }

    /// Fills column by column: as row by row, with the axes changed.
    private static func turned(
        _ items: [Item], columns: GridTemplate, rows: GridTemplate, areas: GridAreas, flow: GridFlow
    ) -> GridPlacement {
        var turnedAreas = GridAreas(columns: areas.rows, rows: areas.columns)
        turnedAreas.areas = areas.areas.mapValues { GridAreas.Area(rows: $0.columns, columns: $0.rows) }
        var placement = GridPlacement(
            items.map { Item(columns: $0.rows, rows: $0.columns) }, columns: rows, rows: columns, areas: turnedAreas,
            flow: GridFlow(isDense: flow.isDense), limit: GridTemplate.limit)
        placement.items = placement.items.map { item in
            Item(columns: item.rows, rows: item.columns, columnSpan: item.rowSpan, rowSpan: item.columnSpan)
        }
        (placement.columnCount, placement.rowCount) = (max(1, placement.rowCount), placement.columnCount)
        return placement
    }

    /// Where a range is on one axis, as far as it says.
    private struct Place {
        var start: Int?
        var span: Int

        mutating func clamp(to limit: Int) {
            span = min(max(span, 1), limit)
            start = start.map { min(max($0, 0), limit - span) }
        }
    }

    private static func place(
        _ range: GridRange, _ template: GridTemplate, _ count: Int, area: (String) -> Range<Int>?
    ) -> Place {
        func number(_ line: GridLine, isEnd: Bool) -> Int? {
            switch line {
            case .auto, .span: return nil
            case .number(let number): return number > 0 ? number - 1 : count + 1 + number
            case .name(let name, let number):
                if let area = area(name) { return isEnd ? area.upperBound : area.lowerBound }
                let lines = template.lines[name] ?? template.lines[name + (isEnd ? "-end" : "-start")] ?? []
                guard !lines.isEmpty else { return nil }
                return lines[number > 0 ? min(number, lines.count) - 1 : max(0, lines.count + number)]
            }
        }
        func span(_ line: GridLine) -> Int? { if case .span(let span) = line { span } else { nil } }
        let start = number(range.start, isEnd: false)
        let end = number(range.end, isEnd: true)
        switch (start, end) {
        case (let start?, let end?): return Place(start: min(start, end), span: max(1, abs(end - start)))
        case (let start?, nil): return Place(start: start, span: span(range.end) ?? 1)
        case (nil, let end?):
            let span = span(range.start) ?? 1
            return Place(start: end - span, span: span)
        case (nil, nil): return Place(start: nil, span: span(range.start) ?? span(range.end) ?? 1)
        }
    }

    // MARK: Cells

    private func isFree(_ columns: Range<Int>, _ rows: Range<Int>) -> Bool {
        guard columns.upperBound <= columnCount else { return false }
        return rows.allSatisfy { row in row >= taken.count || !columns.contains { taken[row][$0] } }
    }

    private mutating func put(_ item: Int, column: Place, row: Place) {
        let columns = (column.start ?? 0)..<(column.start ?? 0) + column.span
        var rows = (row.start ?? 0)..<(row.start ?? 0) + row.span
        furtherRows += row.span - 1
        if furtherRows > Self.furtherRowLimit { rows = rows.lowerBound..<rows.lowerBound + 1 }
        while taken.count < rows.upperBound { taken.append(Array(repeating: false, count: columnCount)) }
        for row in rows { for column in columns { taken[row][column] = true } }
        items[item].columnSpan = columns
        items[item].rowSpan = rows
    }

    /// Puts an item whose row is known into the first columns that are free there, or over others where none are.
    private mutating func findColumn(_ item: Int, _ place: (columns: Place, rows: Place)) {
        let rows = (place.rows.start ?? 0)..<(place.rows.start ?? 0) + place.rows.span
        let column = (0..<columnCount).first { isFree($0..<$0 + place.columns.span, rows) }
        put(item, column: Place(start: column ?? 0, span: place.columns.span), row: place.rows)
    }

    /// Puts an item into the next free place, row by row.
    private mutating func findPlace(_ item: Int, _ place: (columns: Place, rows: Place)) {
        if flow.isDense { cursor = (0, 0) }
        if let column = place.columns.start, column < cursor.column { cursor.row += 1 }
        while true {
            // A row that is not there yet is free.
            let columns =
                place.columns.start.map { $0..<$0 + 1 }
                ?? cursor.column..<max(cursor.column, columnCount - place.columns.span) + 1
            for column in columns
            where isFree(column..<column + place.columns.span, cursor.row..<cursor.row + place.rows.span) {
                put(
                    item, column: Place(start: column, span: place.columns.span),
                    row: Place(start: cursor.row, span: place.rows.span))
                cursor.column = column + place.columns.span
                return
            }
            cursor = (cursor.row + 1, 0)
        }
    }
}
