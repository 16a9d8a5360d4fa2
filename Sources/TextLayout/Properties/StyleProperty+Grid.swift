extension StyleProperty {
    /// The properties of grid containers and their items.
    static let gridRows: [StyleProperty] = [
        property("grid-template-columns", at: \.rare.gridColumns) { GridParser.template($0, .horizontal) },
        property("grid-template-rows", at: \.rare.gridRows) { GridParser.template($0, .vertical) },
        property("grid-template-areas", at: \.rare.gridAreas, keepsCase: true) { GridParser.areas($0) },
        StyleProperty(
            names: ["grid-template", "grid"], keepsCase: true, read: template,
            copy: { from, to in
                to.rare.gridColumns = from.rare.gridColumns
                to.rare.gridRows = from.rare.gridRows
                to.rare.gridAreas = from.rare.gridAreas
            }),
        property("grid-auto-columns", at: \.rare.gridAutoColumns) {
            GridParser.template($0, .horizontal).flatMap { $0.tracks.isEmpty ? nil : $0.tracks }
        },
        property("grid-auto-rows", at: \.rare.gridAutoRows) {
            GridParser.template($0, .vertical).flatMap { $0.tracks.isEmpty ? nil : $0.tracks }
        },
        property("grid-auto-flow", at: \.rare.gridFlow) { value in
            let words = CSSScanner.words(value)
            guard words.allSatisfy({ ["row", "column", "dense"].contains($0) }), !words.isEmpty else { return nil }
            return GridFlow(isByColumn: words.contains("column"), isDense: words.contains("dense"))
        },
        property("grid-column", at: \.rare.gridColumn, keepsCase: true, read: GridParser.range),
        property("grid-row", at: \.rare.gridRow, keepsCase: true, read: GridParser.range),
        property("grid-column-start", at: \.rare.gridColumn.start, keepsCase: true, read: GridParser.line),
        property("grid-column-end", at: \.rare.gridColumn.end, keepsCase: true, read: GridParser.line),
        property("grid-row-start", at: \.rare.gridRow.start, keepsCase: true, read: GridParser.line),
        property("grid-row-end", at: \.rare.gridRow.end, keepsCase: true, read: GridParser.line),
        StyleProperty(
            names: ["grid-area"], keepsCase: true, read: area,
            copy: { from, to in
                to.rare.gridColumn = from.rare.gridColumn
                to.rare.gridRow = from.rare.gridRow
            }),
        property("justify-items", at: \.rare.justifyItems, read: alignment),
        property("justify-self", at: \.rare.justifySelf) {
            alignment($0).map { .some($0) } ?? ($0 == "auto" ? .some(nil) : nil)
        },
        shorthand("place-items") { pair($0, "align-items", "justify-items") },
        shorthand("place-self") { pair($0, "align-self", "justify-self") },
        shorthand("place-content") { value in
            CSSScanner.words(value).last.map { declarations("justify-content", $0) } ?? []
        },
    ]

    private static func pair(_ value: String, _ first: String, _ second: String) -> [Declaration] {
        let words = CSSScanner.words(value)
        return declarations(first, words.first ?? "") + declarations(second, words.last ?? "")
    }

    /// Rows and columns with a slash between, the rows with or without areas: `"a b" 1fr "c d" / 10ch 1fr`.
    private static func template(_ value: String) -> [Declaration] {
        if value.lowercased() == "none" {
            return [
                .set(\.rare.gridColumns, GridTemplate()), .set(\.rare.gridRows, GridTemplate()),
                .set(\.rare.gridAreas, GridAreas()),
            ]
        }
        let parts = CSSScanner.split(value, at: "/")
        guard let rows = parts.first else { return [] }
        let columns = parts.count > 1 ? declarations("grid-template-columns", parts[1]) : []
        let words = CSSScanner.words(rows)
        let strings = words.filter { string($0) != nil }
        guard !strings.isEmpty else { return columns + declarations("grid-template-rows", rows) }
        // Rows that name no size are as high as what is in them.
        var sizes: [String] = []
        for word in words {
            if string(word) != nil {
                sizes.append("auto")
            } else if !word.hasPrefix("["), !sizes.isEmpty {
                sizes[sizes.count - 1] = word
            }
        }
        return columns + declarations("grid-template-areas", strings.joined(separator: " "))
            + declarations("grid-template-rows", sizes.joined(separator: " "))
    }

    /// The four lines of an item, or the name of its area.
    private static func area(_ value: String) -> [Declaration] {
        let lines = CSSScanner.split(value, at: "/").map(GridParser.line)
        guard !lines.contains(nil), let first = lines.first.flatMap(\.self) else { return [] }
        func line(_ place: Int, across: Int) -> GridLine {
            if place < lines.count, let line = lines[place] { return line }
            let other = across < lines.count ? lines[across] ?? .auto : first
            if case .name = other { return other }
            return .auto
        }
        return [
            .set(\.rare.gridRow, GridRange(start: first, end: line(2, across: 0))),
            .set(\.rare.gridColumn, GridRange(start: line(1, across: 0), end: line(3, across: 1))),
        ]
    }
}
