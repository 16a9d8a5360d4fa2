extension StyleProperty {
    /// The properties of flex containers and their items, and what grids share with them.
    static let flexibleRows: [StyleProperty] = [
        property("row-gap", at: \.rowGap) { LengthParser.cells($0, .vertical) },
        property("column-gap", at: \.columnGap) { LengthParser.cells($0, .horizontal) },
        shorthand("gap", "grid-gap") { value in
            let words = CSSScanner.words(value)
            return declarations("row-gap", words.first ?? "") + declarations("column-gap", words.last ?? "")
        },
        property("flex-direction", at: \.flexDirection) { FlexDirection(rawValue: $0) },
        property("flex-wrap", at: \.flexWraps) { $0.hasPrefix("wrap") },
        shorthand("flex-flow") { value in
            let words = CSSScanner.words(value)
            return words.compactMap(FlexDirection.init(rawValue:)).map { .set(\.flexDirection, $0) }
                + (words.contains { $0.hasPrefix("wrap") } ? [.set(\.flexWraps, true)] : [])
        },
        property("flex-grow", at: \.flexGrow, read: factor),
        property("flex-shrink", at: \.flexShrink, read: factor),
        property("flex-basis", at: \.flexBasis) { LengthParser.parse($0, .horizontal) },
        shorthand("flex") { flex(CSSScanner.words($0)) },
        property("justify-content", at: \.justifyContent, read: distribution),
        property("align-items", at: \.alignItems, read: alignment),
        property("align-self", at: \.alignSelf) { .some(alignment($0)) },
        property("order", at: \.order) {
            CalculationParser.number($0).map { Int(min(max($0, -1000), 1000).rounded(.down)) }
        },
    ]

    private static func factor(_ text: String) -> Double? {
        CalculationParser.number(text).flatMap { $0 >= 0 ? min($0, 1000) : nil }
    }

    private static func flex(_ words: [String]) -> [Declaration] {
        switch words.first {
        case "none": return flex(grow: 0, shrink: 0)
        case "auto": return flex(grow: 1, shrink: 1)
        case "initial": return flex(grow: 0, shrink: 1)
        default: break
        }
        let factors = words.compactMap(factor)
        var declarations: [Declaration] = []
        if let grow = factors.first { declarations += [.set(\.flexGrow, grow), .set(\.flexBasis, .cells(0))] }
        if factors.count > 1 { declarations.append(.set(\.flexShrink, factors[1])) }
        if let last = words.last, factor(last) == nil, let basis = LengthParser.parse(last, .horizontal) {
            declarations.append(.set(\.flexBasis, basis))
        }
        return declarations
    }

    private static func flex(grow: Double, shrink: Double) -> [Declaration] {
        [.set(\.flexGrow, grow), .set(\.flexShrink, shrink), .set(\.flexBasis, .auto)]
    }

    private static func distribution(_ value: String) -> Distribution? {
        switch value {
        case "flex-start", "left", "normal", "stretch": .start
        case "flex-end", "right": .end
        default: Distribution(rawValue: value)
        }
    }

    static func alignment(_ value: String) -> Alignment? {
        switch value {
        case "flex-start", "baseline", "self-start", "left": .start
        case "flex-end", "self-end", "right": .end
        case "normal": .stretch
        default: Alignment(rawValue: value)
        }
    }
}
