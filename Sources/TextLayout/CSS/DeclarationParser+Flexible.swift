extension DeclarationParser {
    /// The properties of flex and grid containers and their items; nil for other names.
    static func flexible(_ name: String, _ value: String) -> [Declaration]? {
        let words = CSSScanner.words(value)
        switch name {
        case "gap", "grid-gap":
            return gap(words.first, .vertical) + gap(words.last, .horizontal)
        case "row-gap": return gap(value, .vertical)
        case "column-gap": return gap(value, .horizontal)
        case "flex-direction": return FlexDirection(rawValue: value).map { [.flexDirection($0)] } ?? []
        case "flex-wrap": return [.flexWraps(value.hasPrefix("wrap"))]
        case "flex-flow":
            return words.compactMap(FlexDirection.init(rawValue:)).map { .flexDirection($0) }
                + (words.contains { $0.hasPrefix("wrap") } ? [.flexWraps(true)] : [])
        case "flex-grow": return factor(value).map { [.flexGrow($0)] } ?? []
        case "flex-shrink": return factor(value).map { [.flexShrink($0)] } ?? []
        case "flex-basis": return LengthParser.parse(value, .horizontal).map { [.flexBasis($0)] } ?? []
        case "flex": return flex(words)
        case "justify-content": return distribution(value).map { [.justifyContent($0)] } ?? []
        case "align-items": return alignment(value).map { [.alignItems($0)] } ?? []
        case "align-self": return [.alignSelf(alignment(value))]
        case "grid-template-columns": return [.gridColumns(tracks(words))]
        case "grid-column", "grid-column-end":
            let span = words.drop { $0 != "span" }.dropFirst().first.flatMap { Int($0) }
            if words.contains("-1") { return [.gridColumnSpan(Int.max)] }
            return [.gridColumnSpan(max(1, span ?? 1))]
        default: return nil
        }
    }

    private static func gap(_ text: String?, _ axis: LengthParser.Axis) -> [Declaration] {
        guard let cells = text.flatMap({ LengthParser.cells($0, axis) }) else { return [] }
        return [axis == .vertical ? .rowGap(cells) : .columnGap(cells)]
    }

    private static func factor(_ text: String) -> Double? {
        Double(text).flatMap { $0.isFinite && $0 >= 0 ? min($0, 1000) : nil }
    }

    private static func flex(_ words: [String]) -> [Declaration] {
        switch words.first {
        case "none": return [.flexGrow(0), .flexShrink(0), .flexBasis(.auto)]
        case "auto": return [.flexGrow(1), .flexShrink(1), .flexBasis(.auto)]
        case "initial": return [.flexGrow(0), .flexShrink(1), .flexBasis(.auto)]
        default: break
        }
        let factors = words.compactMap(factor)
        var declarations: [Declaration] = []
        if let grow = factors.first { declarations += [.flexGrow(grow), .flexBasis(.cells(0))] }
        if factors.count > 1 { declarations.append(.flexShrink(factors[1])) }
        if let last = words.last, factor(last) == nil, let basis = LengthParser.parse(last, .horizontal) {
            declarations.append(.flexBasis(basis))
        }
        return declarations
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
