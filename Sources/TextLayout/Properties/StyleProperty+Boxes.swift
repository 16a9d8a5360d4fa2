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
        property("opacity", at: \.isVisible) { LengthParser.split($0).map { $0.number > 0 } },
        property("overflow", "overflow-x", "overflow-y", at: \.hidesOverflow) { $0 != "visible" },
        property("room", at: \.isClipped) { $0 == "none" },
        property("border-title", at: \.borderTitle) { .some(quoted($0)) },
        inherited(\.isInPanel),
        inherited(\.rulesCells),
    ]

    static let sizeRows: [StyleProperty] = [
        property("width", at: \.width) { LengthParser.parse($0, .horizontal) },
        property("min-width", at: \.minWidth) { LengthParser.parse($0, .horizontal) },
        property("max-width", at: \.maxWidth) { LengthParser.parse($0, .horizontal) },
        property("height", at: \.height) { LengthParser.parse($0, .vertical) },
        property("min-height", at: \.minHeight) { LengthParser.parse($0, .vertical) },
    ]

    static let sideRows: [StyleProperty] =
        sides("margin") { side, word in
            LengthParser.parse(word, axis(of: side)).map { .set(\.margin[side], $0) }
        }
        + sides("padding") { side, word in
            LengthParser.cells(word, axis(of: side)).map { .set(\.padding[side], $0) }
        }
        + sides("border", "-style", borderStyle) + sides("border", "-width", borderStyle)
        + sideForms.map { form in
            shorthand("border\(form.suffix)-color") { value in
                CSSScanner.words(value).first.flatMap(ColorParser.parse).map { [.set(\.borderColor, $0)] } ?? []
            }
        }
        + sideForms.map { form in shorthand("border\(form.suffix)") { border(CSSScanner.words($0), form.sides) } }

    // MARK: Sides

    /// The ends of names such as `margin-left` and `margin-inline`, with the sides that they mean.
    private static let sideForms: [(suffix: String, sides: [Side])] = [
        ("", Side.allCases), ("-top", [.top]), ("-right", [.right]), ("-bottom", [.bottom]), ("-left", [.left]),
        ("-block-start", [.top]), ("-inline-end", [.right]), ("-block-end", [.bottom]), ("-inline-start", [.left]),
        ("-inline", [.left, .right]), ("-block", [.top, .bottom]),
    ]

    /// A property of each side, with its names for one, two and all of them.
    private static func sides(
        _ prefix: String, _ suffix: String = "", _ read: @escaping @Sendable (Side, String) -> Declaration?
    ) -> [StyleProperty] {
        sideForms.map { form in
            shorthand(prefix + form.suffix + suffix) { value in
                let words = CSSScanner.words(value)
                guard let first = words.first else { return [] }
                // What is not told is as on the side across.
                let second = words.count > 1 ? words[1] : first
                let spread = [first, second, words.count > 2 ? words[2] : first, words.count > 3 ? words[3] : second]
                return zip(form.sides, spread).compactMap { read($0, $1) }
            }
        }
    }

    private static func axis(of side: Side) -> LengthParser.Axis { side.isAcross ? .horizontal : .vertical }

    // MARK: Borders

    /// The shorthand: one style for all sides named, wherever it stands among the words.
    private static func border(_ words: [String], _ sides: [Side]) -> [Declaration] {
        let styles = words.compactMap(borderStyle)
        var declarations: [Declaration] = []
        if let style = styles.contains(.none) ? BorderStyle.none : styles.last {
            declarations += sides.map { .set(\.border[$0], style) }
        }
        if let color = words.lazy.compactMap(ColorParser.parse).first {
            declarations.append(.set(\.borderColor, color))
        }
        return declarations
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
            guard let (number, unit) = LengthParser.split(word), unit == "px" || unit == "em" || unit == "rem" else {
                return nil
            }
            return number > 0 ? .single : BorderStyle.none
        }
    }
}
