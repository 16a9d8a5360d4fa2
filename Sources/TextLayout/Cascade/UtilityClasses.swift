import Basics
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
        meaning.declarations =
            words[String(base)].map { StyleSheetParser.parseDeclarations($0).normal } ?? sized(base) ?? coloured(base)
            ?? []
        return meaning
    }

    /// Whether some of an element's classes may ask for a place among siblings.
    static func askForPlace(_ classes: String) -> Bool {
        classes.utf8.contains(UInt8(ascii: ":"))
            && places.keys.contains {
                ASCIIText.contains($0 + ":", in: classes, ignoringCase: false)
            }
    }

    /// The variants that ask for a place among siblings.
    private static let places: [String: Selector] = [
        "first": ":first-child", "last": ":last-child", "only": ":only-child", "odd": ":nth-child(odd)",
        "even": ":nth-child(even)", "first-of-type": ":first-of-type", "last-of-type": ":last-of-type",
        "only-of-type": ":only-of-type", "empty": ":empty",
    ].compactMapValues { try? Selector($0) }

    /// The columns from which the variants count: their pixels, eight to a column.
    private static let breakpoints = ["sm": 80, "md": 96, "lg": 128, "xl": 160, "2xl": 192]

    /// What the classes without a number mean, in CSS.
    private static let words: [String: String] = [
        "hidden": "display: none", "block": "display: block", "inline": "display: inline",
        "inline-block": "display: inline-block", "flex": "display: flex", "inline-flex": "display: inline-flex",
        "grid": "display: grid", "contents": "display: contents", "table": "display: table",
        "list-item": "display: list-item", "sr-only": "room: none", "not-sr-only": "room: auto",
        "visible": "visibility: visible", "invisible": "visibility: hidden", "opacity-0": "visibility: hidden",
        "flex-row": "flex-direction: row", "flex-col": "flex-direction: column",
        "flex-row-reverse": "flex-direction: row-reverse", "flex-col-reverse": "flex-direction: column-reverse",
        "flex-wrap": "flex-wrap: wrap", "flex-nowrap": "flex-wrap: nowrap",
        "flex-1": "flex-grow: 1; flex-basis: 0", "flex-auto": "flex-grow: 1",
        "flex-none": "flex-grow: 0; flex-shrink: 0", "grow": "flex-grow: 1", "flex-grow": "flex-grow: 1",
        "grow-0": "flex-grow: 0", "shrink": "flex-shrink: 1", "shrink-0": "flex-shrink: 0",
        "justify-start": "justify-content: start", "justify-center": "justify-content: center",
        "justify-end": "justify-content: end", "justify-between": "justify-content: space-between",
        "justify-around": "justify-content: space-around", "justify-evenly": "justify-content: space-evenly",
        "items-start": "align-items: start", "items-center": "align-items: center", "items-end": "align-items: end",
        "items-baseline": "align-items: baseline", "items-stretch": "align-items: stretch",
        "self-start": "align-self: start", "self-center": "align-self: center", "self-end": "align-self: end",
        "col-span-full": "grid-column: 1 / -1",
        "text-left": "text-align: left", "text-center": "text-align: center", "text-right": "text-align: right",
        "text-start": "text-align: start", "text-end": "text-align: end",
        "uppercase": "text-transform: uppercase", "lowercase": "text-transform: lowercase",
        "capitalize": "text-transform: capitalize", "normal-case": "text-transform: none",
        "font-thin": "font-weight: lighter", "font-light": "font-weight: 300", "font-normal": "font-weight: 400",
        "font-medium": "font-weight: 500", "font-semibold": "font-weight: 600", "font-bold": "font-weight: 700",
        "font-extrabold": "font-weight: 800", "font-black": "font-weight: 900",
        "italic": "font-style: italic", "not-italic": "font-style: normal", "underline": "text-decoration: underline",
        "line-through": "text-decoration: line-through", "no-underline": "text-decoration: none",
        "truncate": "white-space: nowrap; overflow: hidden; text-overflow: ellipsis",
        "text-ellipsis": "text-overflow: ellipsis", "whitespace-nowrap": "white-space: nowrap",
        "whitespace-normal": "white-space: normal", "whitespace-pre": "white-space: pre",
        "whitespace-pre-line": "white-space: pre-line", "whitespace-pre-wrap": "white-space: pre-wrap",
        "list-none": "list-style: none", "list-disc": "list-style: disc", "list-decimal": "list-style: decimal",
        "align-top": "vertical-align: top", "align-middle": "vertical-align: middle",
        "align-bottom": "vertical-align: bottom", "overflow-hidden": "overflow: hidden",
        "border": "border-style: rounded", "border-2": "border-style: rounded", "border-4": "border-style: heavy",
        "border-0": "border-style: none", "border-none": "border-style: none",
        "border-t": "border-top-style: single", "border-b": "border-bottom-style: single",
        "border-l": "border-left-style: single", "border-r": "border-right-style: single",
        "w-full": "width: 100%", "w-screen": "width: 100%", "w-auto": "width: auto", "w-fit": "width: fit-content",
        "w-max": "width: max-content", "w-min": "width: min-content",
        "max-w-full": "max-width: 100%", "max-w-none": "max-width: none",
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
        case "w": return width(size).map { [.set(\.width, $0)] }
        case "min-w": return width(size).map { [.set(\.minWidth, $0)] }
        case "max-w":
            return (namedWidths[size].map { .cells(Int($0 * 2)) } ?? width(size)).map { [.set(\.maxWidth, $0)] }
        case "h": return down.map { [.set(\.height, .cells($0))] }
        case "min-h": return down.map { [.set(\.minHeight, .cells($0))] }
        case "basis": return width(size).map { [.set(\.flexBasis, $0)] }
        case "grid-cols":
            return Int(size).flatMap { (1...24).contains($0) ? Array(repeating: .fraction(1), count: $0) : nil }
                .map { [.set(\.gridColumns, $0)] }
        case "col-span": return Int(size).map { [.set(\.gridColumnSpan, max(1, $0))] }
        case "order": return Int(size).map { [.set(\.order, min(max($0, -1000), 1000))] }
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
                return (300...600).contains(shade) ? [.set(\.foreground, .palette(8))] : [.set(\.foreground, .standard)]
            }
            if parts[1] == "white" { return [.set(\.foreground, .palette(15))] }
            if parts[1] == "black" { return [.set(\.foreground, .standard)] }
            // Blue itself is hard to read on black, so its bright form stands for all shades.
            return hues[parts[1]].map { [.set(\.foreground, .palette($0 == 4 || shade < 500 ? $0 + 8 : $0))] }
        case "bg":
            // Pale grounds are made for dark text on white; a terminal keeps its own ground there.
            guard shade >= 300, let hue = hues[parts[1]] else { return nil }
            return [.set(\.paintsGround, true), .set(\.ground, .palette(hue))]
        case "border":
            if greys.contains(parts[1]) { return [.set(\.borderColor, .palette(8))] }
            return hues[parts[1]].map { [.set(\.borderColor, .palette($0))] }
        default:
            return nil
        }
    }
}
