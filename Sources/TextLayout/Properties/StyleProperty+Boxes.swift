extension StyleProperty {
    static let boxRows: [StyleProperty] = [
        property("display", at: \.display) { value in
            switch value {
            case "inline-flex", "inline-grid", "inline-table": .inlineBlock
            case "flow-root": .block
            default: Display(rawValue: value)
            }
        },
        property("visibility", at: \.isVisible, inherits: true) { $0 != "hidden" && $0 != "collapse" },
        property("opacity", at: \.isVisible) { value in
            (CalculationParser.number(value) ?? LengthParser.split(value)?.number).map { $0 > 0 }
        },
        shorthand("overflow", copy: copyOverflow) { value in
            let words = CSSScanner.words(value)
            return [
                .set(\.hidesOverflow, words.contains { $0 != "visible" }),
                .set(\.rare.hidesRows, words.last.map(hides) ?? false),
            ]
        },
        property("overflow-x", at: \.hidesOverflow) { $0 != "visible" },
        property("overflow-y", at: \.rare.hidesRows) { hides($0) },
        property("room", at: \.isClipped) { $0 == "none" },
        property("border-title", at: \.borderTitle) { .some(quoted($0)) },
        inherited(\.isInPanel),
        inherited(\.rulesCells),
        property("position", at: \.rare.position) { Positioning(rawValue: $0) },
        property("z-index", at: \.rare.zIndex) { value in
            value == "auto" ? 0 : CalculationParser.number(value).map { Int(min(max($0, -1e6), 1e6)) }
        },
        property("line-clamp", "-webkit-line-clamp", at: \.rare.lineClamp) { value in
            value == "none" ? .some(nil) : Int(value).flatMap { $0 > 0 ? .some($0) : nil }
        },
    ]

    static let sizeRows: [StyleProperty] = [
        property("width", at: \.width) { LengthParser.parse($0, .horizontal) },
        property("min-width", at: \.minWidth) { LengthParser.parse($0, .horizontal) },
        property("max-width", at: \.maxWidth) { LengthParser.parse($0, .horizontal) },
        property("height", at: \.height) { LengthParser.parse($0, .vertical) },
        property("max-height", at: \.rare.maxHeight) { LengthParser.parse($0, .vertical) },
        property("min-height", at: \.minHeight) { LengthParser.parse($0, .vertical) },
    ]

    static let sideRows: [StyleProperty] =
        insetForms.map { form in
            shorthand(form.name, copy: copies(of: form.sides) { copying(\.rare.inset[$0]) }) { value in
                spread(value, over: form.sides) { side, word in
                    LengthParser.offset(word, axis(of: side)).map { .set(\.rare.inset[side], $0) }
                }
            }
        }
        + sides("margin", copy: { side in { from, to in to.margin[side] = from.margin[side] } }) { side, word in
            LengthParser.parse(word, axis(of: side)).map { .set(\.margin[side], $0) }
        }
        + sides("padding", copy: { side in { from, to in to.padding[side] = from.padding[side] } }) { side, word in
            LengthParser.cells(word, axis(of: side)).map { .set(\.padding[side], $0) }
        }
        + sides("border", "-style", copy: copyBorder, borderStyle)
        + sides("border", "-width", copy: copyBorder, borderWidth)
        + sideForms.map { form in
            shorthand("border\(form.suffix)-color", copy: copying(\.borderColor)) { value in
                CSSScanner.words(value).first.flatMap(borderColor).map { [$0] } ?? []
            }
        }
        + sideForms.map { form in
            shorthand("border\(form.suffix)", copy: copies(of: form.sides, copyBorder)) {
                border(CSSScanner.words($0), form.sides)
            }
        }

    private static let copyOverflow: Copy = { from, to in
        to.hidesOverflow = from.hidesOverflow
        to.rare.hidesRows = from.rare.hidesRows
    }

    /// Whether what sticks out is not to be reached at all; what can be scrolled to is shown whole.
    private static func hides(_ overflow: String) -> Bool { overflow == "hidden" || overflow == "clip" }

    // MARK: Sides

    /// The ends of names such as `margin-left` and `margin-inline`, with the sides that they mean.
    private static let sideForms: [(suffix: String, sides: [Side])] = [
        ("", Side.allCases), ("-top", [.top]), ("-right", [.right]), ("-bottom", [.bottom]), ("-left", [.left]),
        ("-block-start", [.top]), ("-inline-end", [.right]), ("-block-end", [.bottom]), ("-inline-start", [.left]),
        ("-inline", [.left, .right]), ("-block", [.top, .bottom]),
    ]

    /// A property of each side, with its names for one, two and all of them.
    private static func sides(
        _ prefix: String, _ suffix: String = "", copy: @escaping @Sendable (Side) -> Copy,
        _ read: @escaping @Sendable (Side, String) -> Declaration?
    ) -> [StyleProperty] {
        sideForms.map { form in
            shorthand(prefix + form.suffix + suffix, copy: copies(of: form.sides, copy)) { value in
                spread(value, over: form.sides, read)
            }
        }
    }

    /// The names of how far a box is from the sides, with the sides that they mean.
    private static let insetForms: [(name: String, sides: [Side])] =
        [("top", [.top]), ("right", [.right]), ("bottom", [.bottom]), ("left", [.left]), ("inset", Side.allCases)]
        + sideForms.filter { $0.suffix.contains("line") || $0.suffix.contains("block") }
        .map { ("inset" + $0.suffix, $0.sides) }

    /// What one to four words say of some sides; what is not told is as on the side across.
    private static func spread(
        _ value: String, over sides: [Side], _ read: (Side, String) -> Declaration?
    ) -> [Declaration] {
        let words = CSSScanner.words(value)
        guard let first = words.first else { return [] }
        let second = words.count > 1 ? words[1] : first
        let spread = [first, second, words.count > 2 ? words[2] : first, words.count > 3 ? words[3] : second]
        return zip(sides, spread).compactMap { read($0, $1) }
    }

    private static func copies(of sides: [Side], _ copy: @Sendable (Side) -> Copy) -> Copy {
        let copies = sides.map(copy)
        return { from, to in for copy in copies { copy(from, &to) } }
    }

    private static func axis(of side: Side) -> LengthParser.Axis { side.isAcross ? .horizontal : .vertical }

    // MARK: Borders

    /// The shorthand: one style for all sides named, wherever it stands among the words.
    private static func border(_ words: [String], _ sides: [Side]) -> [Declaration] {
        let styles = words.compactMap(borderStyle)
        // A line that nobody sees is not worth the cells.
        let isClear = words.contains { ColorParser.parseWithOpacity($0)?.opacity == 0 }
        var declarations: [Declaration] = []
        if let style = styles.contains(.none) || isClear ? BorderStyle.none : styles.last {
            declarations += sides.flatMap { side -> [Declaration] in
                [.set(\.border[side], style), .set(\.[lineWidth: side], style == .none ? .zero : .any)]
            }
        }
        if let color = words.lazy.compactMap(borderColor).first { declarations.append(color) }
        return declarations
    }

    @Sendable private static func copyBorder(_ side: Side) -> Copy {
        { from, to in
            to.border[side] = from.border[side]
            to.hasNoLine[side] = from.hasNoLine[side]
        }
    }

    private static func borderColor(_ word: String) -> Declaration? {
        // Lines without a colour have that of the text.
        if word == "currentcolor" { return .set(\.borderColor, nil) }
        return ColorParser.parse(word).map { .set(\.borderColor, $0) }
    }

    @Sendable private static func borderWidth(_ side: Side, _ word: String) -> Declaration? {
        // Styles are accepted here too, as they always were.
        borderStyle(word).map { style in
            switch style {
            case .none: .set(\.[lineWidth: side], .zero)
            case .heavy: .set(\.[lineWidth: side], .thick)
            case .single, .double, .dashed, .dotted, .rounded: .set(\.[lineWidth: side], .any)
            }
        }
    }

    @Sendable private static func borderStyle(_ side: Side, _ word: String) -> Declaration? {
        borderStyle(word).map { .set(\.border[side], $0) }
    }

    private static func borderStyle(_ word: String) -> BorderStyle? {
        switch word {
        case "hidden", "0": return BorderStyle.none
        case "solid", "thin", "medium", "groove", "ridge", "inset", "outset": return .single
        case "thick": return .heavy
        default:
            if let style = BorderStyle(rawValue: word) { return style }
            if let (number, unit) = LengthParser.split(word) {
                guard unit == "px" || unit == "em" || unit == "rem" else { return nil }
                return number > 0 ? .single : BorderStyle.none
            }
            return LengthParser.pixels(word).map { $0 > 0 ? .single : .none }
        }
    }
}

extension ComputedStyle {
    /// How wide a line is, as far as that makes a difference in cells.
    enum LineWidth {
        case zero, any, thick
    }

    /// The width of the line on a side. One that is set where there is no line draws it.
    subscript(lineWidth side: Side) -> LineWidth {
        get { hasNoLine[side] ? .zero : border[side] == .heavy ? .thick : .any }
        set {
            hasNoLine[side] = newValue == .zero
            switch newValue {
            case .zero: break
            case .any: if border[side] == .none { border[side] = .single }
            case .thick: if border[side] == .none || border[side] == .single { border[side] = .heavy }
            }
        }
    }

    /// Takes away lines that have a style but no width.
    mutating func dropLinesWithoutWidth() {
        for side in Side.allCases where hasNoLine[side] { border[side] = .none }
    }
}
