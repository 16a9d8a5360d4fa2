import HTMLTree

/// What the utility classes mean that live views commonly carry (those of Tailwind), by rule and not by list.
///
/// Sizes count in quarters of a root em; blanks around things are no larger than a terminal has room for. What it lacks (shadows, radii, transitions) means nothing.
enum UtilityClasses {
    /// What one class name means on a page of some width.
    struct Meaning {
        var declarations: [Declaration] = []
        /// The later of two classes in the style sheet wins, wherever they stand in the attribute: `hidden` comes after other
        /// ways to be displayed, variants after what has none, and wider pages after narrower ones.
        var rank = 0
        /// What the element must be among its siblings for the class to count.
        var conditions: [Selector] = []
        /// Whether the class counts only on pages of some widths.
        var dependsOnWidth = false
    }

    /// The meaning of a class name; one that is no utility, or does not count here, declares nothing.
    static func meaning(of name: some StringProtocol, pageWidth: Int) -> Meaning {
        var meaning = Meaning()
        var base = Substring(name)
        var counts = true
        while let colon = base.firstIndex(of: ":") {
            let variant = String(base[..<colon])
            // A variant such as `md:` counts from a width on, one such as `only:` at a place among siblings; others, such as
            // `hover:`, never in a terminal.
            if let minimum = breakpoints[variant] {
                meaning.dependsOnWidth = true
                meaning.rank = max(meaning.rank, 2 + minimum)
                if pageWidth < minimum { counts = false }
            } else if let condition = places[variant] {
                meaning.rank = max(meaning.rank, 2)
                meaning.conditions.append(condition)
            } else {
                counts = false
            }
            base = base[base.index(after: colon)...]
        }
        guard counts else { return meaning }
        if base.first == "!" { base.removeFirst() }
        if base == "hidden" { meaning.rank = max(meaning.rank, 1) }
        meaning.declarations = words[String(base)] ?? sized(base) ?? coloured(base) ?? []
        return meaning
    }

    /// Whether some of an element's classes may ask for a place among siblings.
    static func askForPlace(_ classes: String) -> Bool {
        classes.utf8.contains(UInt8(ascii: ":")) && places.keys.contains { classes.hasBytes(of: $0 + ":") }
    }

    /// The variants that ask for a place among siblings.
    private static let places: [String: Selector] = [
        "first": ":first-child", "last": ":last-child", "only": ":only-child", "odd": ":nth-child(odd)",
        "even": ":nth-child(even)", "first-of-type": ":first-of-type", "last-of-type": ":last-of-type",
        "only-of-type": ":only-of-type", "empty": ":empty",
    ].compactMapValues { try? Selector($0) }

    /// The columns from which the variants count: their pixels, eight to a column.
    private static let breakpoints = ["sm": 80, "md": 96, "lg": 128, "xl": 160, "2xl": 192]

    private static let words: [String: [Declaration]] = [
        "hidden": [.display(.none)], "block": [.display(.block)], "inline": [.display(.inline)],
        "inline-block": [.display(.inlineBlock)], "flex": [.display(.flex)], "inline-flex": [.display(.inlineBlock)],
        "grid": [.display(.grid)], "contents": [.display(.contents)], "table": [.display(.table)],
        "list-item": [.display(.listItem)], "sr-only": [.clipped(true)], "not-sr-only": [.clipped(false)],
        "visible": [.visible(true)], "invisible": [.visible(false)], "opacity-0": [.visible(false)],
        "flex-row": [.flexDirection(.row)], "flex-col": [.flexDirection(.column)],
        "flex-row-reverse": [.flexDirection(.rowReverse)], "flex-col-reverse": [.flexDirection(.columnReverse)],
        "flex-wrap": [.flexWraps(true)], "flex-nowrap": [.flexWraps(false)],
        "flex-1": [.flexGrow(1), .flexBasis(.cells(0))], "flex-auto": [.flexGrow(1)],
        "flex-none": [.flexGrow(0), .flexShrink(0)], "grow": [.flexGrow(1)], "flex-grow": [.flexGrow(1)],
        "grow-0": [.flexGrow(0)], "shrink": [.flexShrink(1)], "shrink-0": [.flexShrink(0)],
        "justify-start": [.justifyContent(.start)], "justify-center": [.justifyContent(.center)],
        "justify-end": [.justifyContent(.end)], "justify-between": [.justifyContent(.between)],
        "justify-around": [.justifyContent(.around)], "justify-evenly": [.justifyContent(.evenly)],
        "items-start": [.alignItems(.start)], "items-center": [.alignItems(.center)], "items-end": [.alignItems(.end)],
        "items-baseline": [.alignItems(.start)], "items-stretch": [.alignItems(.stretch)],
        "self-start": [.alignSelf(.start)], "self-center": [.alignSelf(.center)], "self-end": [.alignSelf(.end)],
        "col-span-full": [.gridColumnSpan(.max)],
        "text-left": [.textAlign(.left)], "text-center": [.textAlign(.center)], "text-right": [.textAlign(.right)],
        "text-start": [.textAlign(.left)], "text-end": [.textAlign(.right)],
        "uppercase": [.textTransform(.uppercase)], "lowercase": [.textTransform(.lowercase)],
        "capitalize": [.textTransform(.capitalize)], "normal-case": [.textTransform(.none)],
        "font-thin": [.bold(false), .dim(true)], "font-light": [.bold(false)], "font-normal": [.bold(false)],
        "font-medium": [.bold(false)], "font-semibold": [.bold(true)], "font-bold": [.bold(true)],
        "font-extrabold": [.bold(true)], "font-black": [.bold(true)],
        "italic": [.italic(true)], "not-italic": [.italic(false)], "underline": [.underline(true)],
        "line-through": [.strikethrough(true)], "no-underline": [.noDecoration],
        "truncate": [.whiteSpace(.nowrap), .hidesOverflow(true), .endsInEllipsis(true)],
        "text-ellipsis": [.endsInEllipsis(true)], "whitespace-nowrap": [.whiteSpace(.nowrap)],
        "whitespace-normal": [.whiteSpace(.normal)], "whitespace-pre": [.whiteSpace(.pre)],
        "whitespace-pre-line": [.whiteSpace(.preLine)], "whitespace-pre-wrap": [.whiteSpace(.preWrap)],
        "list-none": [.listStyle(.none)], "list-disc": [.listStyle(.disc)], "list-decimal": [.listStyle(.decimal)],
        "align-top": [.verticalAlign(.top)], "align-middle": [.verticalAlign(.middle)],
        "align-bottom": [.verticalAlign(.bottom)], "overflow-hidden": [.hidesOverflow(true)],
        "border": Declaration.Side.allCases.map { .border($0, .rounded) },
        "border-2": Declaration.Side.allCases.map { .border($0, .rounded) },
        "border-4": Declaration.Side.allCases.map { .border($0, .heavy) },
        "border-0": Declaration.Side.allCases.map { .border($0, .none) },
        "border-none": Declaration.Side.allCases.map { .border($0, .none) },
        "border-t": [.border(.top, .single)], "border-b": [.border(.bottom, .single)],
        "border-l": [.border(.left, .single)], "border-r": [.border(.right, .single)],
        "w-full": [.width(.percent(100))], "w-screen": [.width(.percent(100))], "w-auto": [.width(.auto)],
        "w-fit": [.width(.fitContent)], "w-max": [.width(.maxContent)], "w-min": [.width(.minContent)],
        "max-w-full": [.maxWidth(.percent(100))], "max-w-none": [.maxWidth(.auto)],
    ]

    /// The named widths, in root em.
    private static let namedWidths: [Substring: Double] = [
        "3xs": 16, "2xs": 18, "xs": 20, "sm": 24, "md": 28, "lg": 32, "xl": 36, "2xl": 42, "3xl": 48, "4xl": 56,
        "5xl": 64, "6xl": 72, "7xl": 80,
    ]

    /// The most cells of a padding, margin or gap: pages made for large screens have far more than a terminal can spare.
    private static let mostAcross = 4
    private static let mostDown = 1

    private static func sized(_ name: Substring) -> [Declaration]? {
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
            return sides(property.dropFirst()).map { .padding($0, $0.isAcross ? gapAcross : gapDown) }
        case "m", "mx", "my", "mt", "mr", "mb", "ml", "ms", "me":
            if size == "auto" { return sides(property.dropFirst()).map { .margin($0, .auto) } }
            guard let gapAcross, let gapDown else { return nil }
            return sides(property.dropFirst()).map { .margin($0, .cells($0.isAcross ? gapAcross : gapDown)) }
        case "gap":
            guard let gapAcross, let gapDown else { return nil }
            return [.rowGap(gapDown), .columnGap(gapAcross)]
        case "gap-x", "space-x": return gapAcross.map { [.columnGap($0)] }
        case "gap-y", "space-y": return gapDown.map { [.rowGap($0)] }
        case "w": return width(size).map { [.width($0)] }
        case "min-w": return width(size).map { [.minWidth($0)] }
        case "max-w": return (namedWidths[size].map { .cells(Int($0 * 2)) } ?? width(size)).map { [.maxWidth($0)] }
        case "h": return down.map { [.height(.cells($0))] }
        case "min-h": return down.map { [.minHeight(.cells($0))] }
        case "basis": return width(size).map { [.flexBasis($0)] }
        case "grid-cols":
            return Int(size).flatMap { (1...24).contains($0) ? Array(repeating: .fraction(1), count: $0) : nil }
                .map { [.gridColumns($0)] }
        case "col-span": return Int(size).map { [.gridColumnSpan(max(1, $0))] }
        case "order": return Int(size).map { [.order(min(max($0, -1000), 1000))] }
        default: return nil
        }
    }

    private static func cells(_ size: Substring, _ axis: LengthParser.Axis) -> Int? {
        if size == "px" { return 0 }
        return Double(size).flatMap { $0.isFinite ? LengthParser.cells(rem: $0 / 4, axis) : nil }
    }

    private static func width(_ size: Substring) -> Length? {
        if size == "full" || size == "screen" { return .percent(100) }
        let parts = size.split(separator: "/").compactMap { Double($0) }
        if parts.count == 2, size.contains("/"), parts[1] > 0 { return .percent(min(parts[0] / parts[1] * 100, 100)) }
        return cells(size, .horizontal).map { .cells($0) }
    }

    private static func sides(_ letters: Substring) -> [Declaration.Side] {
        switch letters {
        case "x": [.left, .right]
        case "y": [.top, .bottom]
        case "t": [.top]
        case "r", "e": [.right]
        case "b": [.bottom]
        case "l", "s": [.left]
        default: Declaration.Side.allCases
        }
    }

    /// The places of the hues in the terminal's palette.
    private static let hues: [Substring: UInt8] = [
        "red": 1, "rose": 1, "green": 2, "emerald": 2, "lime": 2, "teal": 6, "cyan": 6, "sky": 6, "yellow": 3,
        "amber": 3, "orange": 3, "brand": 3, "blue": 4, "indigo": 4, "violet": 5, "purple": 5, "fuchsia": 5, "pink": 5,
    ]

    private static let greys: Set<Substring> = ["gray", "zinc", "slate", "neutral", "stone"]

    private static func coloured(_ name: Substring) -> [Declaration]? {
        let parts = name.split(separator: "-", maxSplits: 2)
        guard parts.count >= 2 else { return nil }
        let shade = parts.count == 3 ? Int(parts[2].prefix { $0 != "/" }) ?? 500 : 500
        switch parts[0] {
        case "text":
            if greys.contains(parts[1]) {
                return (300...600).contains(shade) ? [.color(.palette(8))] : [.color(.standard)]
            }
            if parts[1] == "white" { return [.color(.palette(15))] }
            if parts[1] == "black" { return [.color(.standard)] }
            // Blue itself is hard to read on black, so its bright form stands for all shades.
            return hues[parts[1]].map { [.color(.palette($0 == 4 || shade < 500 ? $0 + 8 : $0))] }
        case "bg":
            // Pale grounds are made for dark text on white; a terminal keeps its own ground there.
            guard shade >= 300, let hue = hues[parts[1]] else { return nil }
            return [.background(.palette(hue))]
        case "border":
            if greys.contains(parts[1]) { return [.borderColor(.palette(8))] }
            return hues[parts[1]].map { [.borderColor(.palette($0))] }
        default:
            return nil
        }
    }
}

extension Declaration.Side {
    fileprivate var isAcross: Bool { self == .left || self == .right }
}
