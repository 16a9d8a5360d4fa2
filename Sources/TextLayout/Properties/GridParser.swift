/// Reads the values of grids: tracks, lines, areas (CSS Grid 2, section 7).
enum GridParser {
    /// Tracks such as `1fr 2fr`, `[side] 10ch [main] 1fr`, `repeat(auto-fill, minmax(10rem, 1fr))`; nil where there are none.
    static func template(_ value: String, _ axis: LengthParser.Axis) -> GridTemplate? {
        guard value != "none", value != "subgrid" else { return GridTemplate() }
        var template = GridTemplate()
        for word in CSSScanner.words(value) {
            guard add(word, to: &template, axis) else { return nil }
        }
        return template
    }

    private static func add(_ word: String, to template: inout GridTemplate, _ axis: LengthParser.Axis) -> Bool {
        if word.hasPrefix("["), word.hasSuffix("]") {
            for name in CSSScanner.words(String(word.dropFirst().dropLast())) {
                template.lines[name, default: []].append(template.tracks.count)
            }
            return true
        }
        if let arguments = arguments(of: "repeat", in: word) {
            return arguments.count == 2 && addRepeated(arguments[0], arguments[1], to: &template, axis)
        }
        guard let track = track(word, axis) else { return false }
        if template.tracks.count < GridTemplate.limit { template.tracks.append(track) }
        return true
    }

    private static func addRepeated(
        _ count: String, _ repeated: String, to template: inout GridTemplate, _ axis: LengthParser.Axis
    ) -> Bool {
        let words = CSSScanner.words(repeated)
        if let count = Int(count) {
            guard count > 0 else { return false }
            for _ in 0..<min(count, GridTemplate.limit) where template.tracks.count < GridTemplate.limit {
                for word in words where !word.hasPrefix("repeat") {
                    guard add(word, to: &template, axis) else { return false }
                }
            }
            return true
        }
        guard count == "auto-fill" || count == "auto-fit", template.autoRepeat == nil else { return false }
        let tracks = words.filter { !$0.hasPrefix("[") }.compactMap { track($0, axis) }
        guard !tracks.isEmpty else { return false }
        template.autoRepeat = GridTemplate.AutoRepeat(
            place: template.tracks.count, tracks: Array(tracks.prefix(GridTemplate.limit)), fits: count == "auto-fit")
        return true
    }

    /// One track; nil for what is none.
    static func track(_ word: String, _ axis: LengthParser.Axis) -> GridTrack? {
        if let arguments = arguments(of: "minmax", in: word) {
            guard arguments.count == 2, let least = size(arguments[0], axis), let most = size(arguments[1], axis) else {
                return nil
            }
            // A least that is a share is none.
            if case .fraction = least { return nil }
            return GridTrack(least: least, most: most)
        }
        // As wide as the content; that it has a most is not known.
        if arguments(of: "fit-content", in: word) != nil { return .auto }
        return size(word, axis).map { GridTrack($0) }
    }

    private static func size(_ word: String, _ axis: LengthParser.Axis) -> GridSize? {
        if word.hasSuffix("fr") {
            return CalculationParser.number(String(word.dropLast(2))).flatMap {
                $0 >= 0 ? .fraction(min($0, 1000)) : nil
            }
        }
        return LengthParser.parse(word, axis).map { .length($0) }
    }

    private static func arguments(of function: String, in word: String) -> [String]? {
        guard word.hasPrefix(function + "("), word.hasSuffix(")") else { return nil }
        return CSSScanner.split(String(word.dropFirst(function.count + 1).dropLast()), at: ",")
    }

    // MARK: Areas and lines

    /// The most rows and columns of areas, and the farthest line.
    private static let lineLimit = 1000

    /// Areas drawn in words, a string for each row; nil where they are no rectangles.
    static func areas(_ value: String) -> GridAreas? {
        guard value != "none" else { return GridAreas() }
        let rows = CSSScanner.words(value).compactMap(StyleProperty.string).map {
            $0.split(separator: " ").map(String.init)
        }
        guard let columns = rows.first?.count, columns > 0, columns <= GridTemplate.limit, rows.count <= lineLimit,
            rows.allSatisfy({ $0.count == columns })
        else { return nil }
        var areas = GridAreas(columns: columns, rows: rows.count)
        for (row, names) in rows.enumerated() {
            for (column, name) in names.enumerated() where name.contains(where: { $0 != "." }) {
                guard let known = areas.areas[name] else {
                    areas.areas[name] = GridAreas.Area(rows: row..<row + 1, columns: column..<column + 1)
                    continue
                }
                areas.areas[name] = GridAreas.Area(
                    rows: known.rows.lowerBound..<max(known.rows.upperBound, row + 1),
                    columns: min(known.columns.lowerBound, column)..<max(known.columns.upperBound, column + 1))
            }
        }
        return areas
    }

    /// One line: `2`, `-1`, `main`, `span 3`; nil for what is none.
    static func line(_ value: String) -> GridLine? {
        let words = CSSScanner.words(value)
        guard let first = words.first, words.count <= 3 else { return nil }
        if first == "auto" { return .auto }
        let number = words.lazy.compactMap { Int($0) ?? CalculationParser.number($0).flatMap { Int(exactly: $0) } }
            .first
            .map { min(max($0, -lineLimit), lineLimit) }
        if words.contains("span") { return .span(min(max(1, number ?? 1), lineLimit)) }
        let name = words.first { Int($0) == nil && !$0.hasSuffix(")") }
        if let name { return .name(name, number ?? 1) }
        return number.flatMap { $0 == 0 ? nil : .number($0) }
    }

    /// Both ends of an item, with a slash between.
    static func range(_ value: String) -> GridRange? {
        let parts = CSSScanner.split(value, at: "/")
        guard let start = parts.first.flatMap(line) else { return nil }
        guard parts.count > 1 else {
            // A name alone is that of an area.
            if case .name = start { return GridRange(start: start, end: start) }
            return GridRange(start: start, end: .auto)
        }
        return line(parts[1]).map { GridRange(start: start, end: $0) }
    }
}
