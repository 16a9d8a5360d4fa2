extension StyleProperty {
    /// The properties of flex and grid containers and their items.
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
        property("grid-template-columns", at: \.gridColumns) { tracks(CSSScanner.words($0)) },
        property("grid-column", "grid-column-end", at: \.gridColumnSpan, read: columnSpan),
        property("order", at: \.order) { Int($0).map { min(max($0, -1000), 1000) } },
    ]

    private static func factor(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite && $0 >= 0 ? min($0, 1000) : nil }
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

    private static func columnSpan(_ value: String) -> Int {
        let words = CSSScanner.words(value)
        if words.contains("-1") { return .max }
        return max(1, words.drop { $0 != "span" }.dropFirst().first.flatMap { Int($0) } ?? 1)
    }

    private static func distribution(_ value: String) -> Distribution? {
        switch value {
        case "flex-start", "left", "normal", "stretch": .start
        case "flex-end", "right": .end
        default: Distribution(rawValue: value)
        }
    }

    private static func alignment(_ value: String) -> Alignment? {
        switch value {
        case "flex-start", "baseline": .start
        case "flex-end": .end
        case "normal": .stretch
        default: Alignment(rawValue: value)
        }
    }

    /// Column widths such as `1fr 2fr`, `repeat(3, 1fr)` or `repeat(auto-fill, minmax(10rem, 1fr))`.
    private static func tracks(_ words: [String]) -> [GridTrack] {
        words.flatMap { word -> [GridTrack] in
            guard let open = word.firstIndex(of: "("), word.hasSuffix(")") else {
                return track(word).map { [$0] } ?? []
            }
            let arguments = CSSScanner.split(String(word[word.index(after: open)...].dropLast()), at: ",")
            switch word[..<open] {
            case "repeat":
                guard arguments.count == 2 else { return [] }
                let repeated = tracks(CSSScanner.words(arguments[1]))
                if let count = Int(arguments[0]) {
                    return Array(repeating: repeated, count: min(max(count, 1), 100)).flatMap { $0 }
                }
                return [.autoRepeat(minimum: repeated.lazy.compactMap(\.minimum).first ?? 16)]
            case "minmax":
                guard arguments.count == 2 else { return [] }
                if arguments[1].hasSuffix("fr"), let minimum = LengthParser.cells(arguments[0], .horizontal),
                    minimum > 0
                {
                    return [.autoRepeat(minimum: minimum)]
                }
                return track(arguments[1]).map { [$0] } ?? [.auto]
            default:
                return [.auto]
            }
        }
    }

    private static func track(_ word: String) -> GridTrack? {
        if word.hasSuffix("fr") { return factor(String(word.dropLast(2))).map { .fraction($0) } }
        return switch LengthParser.parse(word, .horizontal) {
        case .cells(let cells): .cells(cells)
        case .percent(let percent): .percent(percent)
        case .auto, .minContent, .maxContent, .fitContent: .auto
        case nil: nil
        }
    }
}

extension GridTrack {
    fileprivate var minimum: Int? {
        switch self {
        case .autoRepeat(let minimum): minimum
        case .cells(let cells): cells
        case .percent, .fraction, .auto: nil
        }
    }
}
