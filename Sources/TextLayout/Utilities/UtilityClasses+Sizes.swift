extension UtilityClasses {
    /// The named widths, in root em.
    private static let namedWidths: [Substring: Double] = [
        "3xs": 16, "2xs": 18, "xs": 20, "sm": 24, "md": 28, "lg": 32, "xl": 36, "2xl": 42, "3xl": 48, "4xl": 56,
        "5xl": 64, "6xl": 72, "7xl": 80,
    ]

    /// The most cells of a padding, margin or gap: pages made for large screens have far more than a terminal can spare.
    private static let mostAcross = 4
    private static let mostDown = 1

    static func sized(_ name: Substring) -> [Declaration]? {
        guard let dash = name.lastIndex(of: "-") else { return nil }
        let size = name[name.index(after: dash)...]
        let property = name[..<dash]
        let across = cells(size, .horizontal)
        let down = cells(size, .vertical)
        let gapAcross = across.map { min($0, mostAcross) }
        let gapDown = down.map { min($0, mostDown) }
        switch property {
        case "p", "px", "py", "pt", "pr", "pb", "pl", "ps", "pe":
            guard let gapAcross, let gapDown else { return nil }
            return sides(property.dropFirst()).map { .set(\.padding[$0], $0.isAcross ? gapAcross : gapDown) }
        case "m", "mx", "my", "mt", "mr", "mb", "ml", "ms", "me":
            if size == "auto" { return sides(property.dropFirst()).map { .set(\.margin[$0], .auto) } }
            guard let gapAcross, let gapDown else { return nil }
            return sides(property.dropFirst()).map { .set(\.margin[$0], .cells($0.isAcross ? gapAcross : gapDown)) }
        case "gap":
            guard let gapAcross, let gapDown else { return nil }
            return [.set(\.rowGap, gapDown), .set(\.columnGap, gapAcross)]
        case "gap-x", "space-x": return gapAcross.map { [.set(\.columnGap, $0)] }
        case "gap-y", "space-y": return gapDown.map { [.set(\.rowGap, $0)] }
        case "inset", "inset-x", "inset-y", "top", "right", "bottom", "left", "start", "end":
            return inset(property, size)
        case "w": return width(size).map { [.set(\.width, $0)] }
        case "min-w": return width(size).map { [.set(\.minWidth, $0)] }
        case "max-w":
            return (namedWidths[size].map { .cells(Int($0 * 2)) } ?? width(size)).map { [.set(\.maxWidth, $0)] }
        case "h": return down.map { [.set(\.height, .cells($0))] }
        case "min-h": return down.map { [.set(\.minHeight, .cells($0))] }
        case "basis": return width(size).map { [.set(\.flexBasis, $0)] }
        case _: return counted(property, Int(size))
        }
    }

    /// Classes that end in a plain number.
    private static func counted(_ property: Substring, _ number: Int?) -> [Declaration]? {
        guard let number else { return nil }
        let count = min(max(number, 1), 1000)
        switch property {
        case "grid-cols":
            guard (1...24).contains(number) else { return nil }
            let track = GridTrack(least: .length(.cells(0)), most: .fraction(1))
            return [.set(\.rare.gridColumns, GridTemplate(tracks: Array(repeating: track, count: number)))]
        case "grid-rows":
            guard (1...24).contains(number) else { return nil }
            return [.set(\.rare.gridRows, GridTemplate(tracks: Array(repeating: .auto, count: number)))]
        case "col-span": return [.set(\.rare.gridColumn, GridRange(start: .span(count)))]
        case "row-span": return [.set(\.rare.gridRow, GridRange(start: .span(count)))]
        case "col-start": return [.set(\.rare.gridColumn.start, .number(count))]
        case "col-end": return [.set(\.rare.gridColumn.end, .number(count))]
        case "row-start": return [.set(\.rare.gridRow.start, .number(count))]
        case "row-end": return [.set(\.rare.gridRow.end, .number(count))]
        case "order": return [.set(\.order, min(max(number, -1000), 1000))]
        case "line-clamp": return [.set(\.rare.lineClamp, count)]
        case "grow", "flex-grow": return [.set(\.flexGrow, Double(count))]
        case "shrink", "flex-shrink": return [.set(\.flexShrink, Double(count))]
        case "flex": return [.set(\.flexGrow, Double(count)), .set(\.flexBasis, .cells(0))]
        case "z": return [.set(\.rare.zIndex, number)]
        default: return nil
        }
    }

    private static func inset(_ property: Substring, _ size: Substring) -> [Declaration]? {
        let sides: [Side]
        switch property {
        case "inset": sides = Side.allCases
        case "inset-x": sides = [.left, .right]
        case "inset-y": sides = [.top, .bottom]
        case "top": sides = [.top]
        case "bottom": sides = [.bottom]
        case "right", "end": sides = [.right]
        default: sides = [.left]
        }
        if size == "auto" { return sides.map { .set(\.rare.inset[$0], .auto) } }
        let lengths = sides.map { side -> Length? in
            if size == "full" { return .percent(100) }
            return cells(size, side.isAcross ? .horizontal : .vertical)
                .map { .cells(min($0, side.isAcross ? mostAcross : mostDown)) } ?? share(size)
        }
        guard !lengths.contains(nil) else { return nil }
        return zip(sides, lengths).compactMap { side, length in length.map { .set(\.rare.inset[side], $0) } }
    }

    private static func cells(_ size: Substring, _ axis: LengthParser.Axis) -> Int? {
        if size == "px" { return 0 }
        return Double(size).flatMap { $0.isFinite ? LengthParser.cells(rem: $0 / 4, axis) : nil }
    }

    private static func width(_ size: Substring) -> Length? {
        if size == "full" || size == "screen" || size == "dvw" || size == "svw" { return .percent(100) }
        return share(size) ?? cells(size, .horizontal).map { .cells($0) }
            ?? namedWidths[size].map { .cells(Int($0 * 2)) }
    }

    /// A fraction such as `2/3`.
    private static func share(_ size: Substring) -> Length? {
        let parts = size.split(separator: "/").compactMap { Double($0) }
        guard parts.count == 2, parts[1] > 0, parts[0].isFinite else { return nil }
        return .percent(min(max(parts[0] / parts[1] * 100, 0), 100))
    }

    private static func sides(_ letters: Substring) -> [Side] {
        switch letters {
        case "x": [.left, .right]
        case "y": [.top, .bottom]
        case "t": [.top]
        case "r", "e": [.right]
        case "b": [.bottom]
        case "l", "s": [.left]
        default: Side.allCases
        }
    }

    // MARK: Values of the author's own

    /// Classes such as `w-[40rem]`, `grid-cols-[auto_1fr]`, `[display:grid]` and `text-(--accent)`.
    static func arbitrary(_ name: Substring) -> [Declaration]? {
        guard let last = name.last, last == "]" || last == ")",
            let open = name.firstIndex(of: last == "]" ? "[" : "(")
        else { return nil }
        let inside = name[name.index(after: open)...].dropLast()
        let value = last == "]" ? String(inside.map { $0 == "_" ? " " : $0 }) : "var(\(inside))"
        guard open > name.startIndex else {
            guard let colon = value.firstIndex(of: ":") else { return nil }
            return StyleProperty.declarations(String(value[..<colon]), String(value[value.index(after: colon)...]))
        }
        let prefix = name[..<open].dropLast()
        if let properties = arbitraryProperties[prefix] {
            return properties.flatMap { StyleProperty.declarations($0, value) }
        }
        return nil
    }

    private static let arbitraryProperties: [Substring: [String]] = [
        "w": ["width"], "min-w": ["min-width"], "max-w": ["max-width"], "h": ["height"], "min-h": ["min-height"],
        "p": ["padding"], "px": ["padding-inline"], "py": ["padding-block"], "pt": ["padding-top"],
        "pr": ["padding-right"], "pb": ["padding-bottom"], "pl": ["padding-left"], "m": ["margin"],
        "mx": ["margin-inline"], "my": ["margin-block"], "mt": ["margin-top"], "mr": ["margin-right"],
        "mb": ["margin-bottom"], "ml": ["margin-left"], "gap": ["gap"], "gap-x": ["column-gap"], "gap-y": ["row-gap"],
        "basis": ["flex-basis"], "flex": ["flex"], "grid-cols": ["grid-template-columns"],
        "grid-rows": ["grid-template-rows"], "col": ["grid-column"], "row": ["grid-row"], "text": ["color"],
        "bg": ["background"], "border": ["border-color"], "content": ["content"], "top": ["top"], "right": ["right"],
        "bottom": ["bottom"], "left": ["left"], "inset": ["inset"], "order": ["order"], "line-clamp": ["line-clamp"],
    ]
}
