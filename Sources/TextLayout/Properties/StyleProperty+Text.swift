extension StyleProperty {
    static let textRows: [StyleProperty] = [
        property("color", at: \.foreground, inherits: true) { ColorParser.parse($0) },
        inherited(\.ground),
        shorthand("background-color", copy: copyGround, read: background),
        shorthand("background", copy: copyGround) {
            CSSScanner.words($0).lazy.map(background).first { !$0.isEmpty } ?? []
        },
        inherited(\.attributes),
        inherited(\.variables),
        shorthand("font-weight", copy: copying(\.attributes[.bold])) { value in
            switch value {
            case "bold", "bolder": [.set(\.attributes[.bold], true)]
            case "lighter": [.set(\.attributes[.bold], false), .set(\.attributes[.dim], true)]
            default: [.set(\.attributes[.bold], (Int(value) ?? 400) >= 600)]
            }
        },
        property("font-style", at: \.attributes[.italic]) { $0 == "italic" || $0.hasPrefix("oblique") },
        shorthand(
            "text-decoration", "text-decoration-line",
            copy: { from, to in
                to.attributes[.underline] = from.attributes[.underline]
                to.attributes[.strikethrough] = from.attributes[.strikethrough]
            }
        ) { CSSScanner.words($0).compactMap(decoration) },
        property("text-intensity", at: \.attributes[.dim]) { $0 == "dim" },
        property("text-rendition", at: \.attributes[.reverse]) { $0 == "reverse" },
        property("hyperlink", at: \.leadsOut, inherits: true) { $0 == "out" },
        property("text-align", at: \.textAlign, inherits: true, read: textAlign),
        property("vertical-align", at: \.verticalAlign) { VerticalAlign(rawValue: $0) },
        property("text-transform", at: \.textTransform, inherits: true) { TextTransform(rawValue: $0) },
        property("white-space", at: \.whiteSpace, inherits: true) {
            WhiteSpace(rawValue: $0 == "break-spaces" ? "pre-wrap" : $0)
        },
        property("text-overflow", at: \.endsInEllipsis) { $0 == "ellipsis" },
        property("list-style", "list-style-type", at: \.listStyle, inherits: true) {
            CSSScanner.words($0).compactMap(ListStyle.init(rawValue:)).first
        },
        property("counter-reset", at: \.rare.counterReset, keepsCase: true) { counters($0, unless: 0) },
        property("counter-set", at: \.rare.counterSet, keepsCase: true) { counters($0, unless: 0) },
        property("counter-increment", at: \.rare.counterIncrement, keepsCase: true) { counters($0, unless: 1) },
        property("content", at: \.rare.content, keepsCase: true) { .some(ContentPiece.parse($0)) },
    ]

    /// Names of counters, each with a number where it is another than is told.
    private static func counters(_ value: String, unless number: Int) -> [CounterChange]? {
        var changes: [CounterChange] = []
        for word in CSSScanner.words(value) where word.lowercased() != "none" {
            if let number = Int(word) {
                guard let name = changes.popLast()?.name else { return nil }
                changes.append(CounterChange(name: name, value: min(max(number, -1_000_000), 1_000_000)))
            } else {
                changes.append(CounterChange(name: word, value: number))
            }
        }
        return changes
    }

    private static let copyGround: Copy = { from, to in
        to.paintsGround = from.paintsGround
        to.ground = from.ground
    }

    /// No ground of one's own: that of what is around is seen.
    private static let noGround = [Declaration(.keyword(property: "background-color", .unset))]

    /// A ground that is nearly clear is not painted.
    private static let leastOpacity = 0.3

    private static func background(_ value: String) -> [Declaration] {
        if value == "none" || value == "transparent" { return noGround }
        guard let (named, opacity) = ColorParser.parseWithOpacity(value) else { return [] }
        var color = named
        if case .role(let role) = color { color = .role(role.asGround) }
        return opacity < leastOpacity
            ? noGround : [.set(\.paintsGround, true), .set(\.ground, color)]
    }

    private static func decoration(_ word: String) -> Declaration? {
        switch word {
        case "none": .set(\.attributes[[.underline, .strikethrough]], false)
        case "underline": .set(\.attributes[.underline], true)
        case "line-through": .set(\.attributes[.strikethrough], true)
        default: nil
        }
    }

    private static func textAlign(_ value: String) -> TextAlign? {
        switch value {
        case "left", "start", "justify": .left
        case "right", "end": .right
        case "center", "-webkit-center": .center
        default: nil
        }
    }

    /// The strings of a value, joined; nil where there are none.
    static func quoted(_ value: String) -> String? {
        let texts = CSSScanner.words(value).compactMap(string)
        return texts.isEmpty ? nil : texts.joined()
    }

    /// The text of a string in quotes; nil for anything else.
    static func string(_ word: String) -> String? {
        guard let quote = word.first, quote == "\"" || quote == "'", word.count >= 2 else { return nil }
        return unescaped(word.dropFirst().dropLast())
    }

    /// Resolves `\2192 ` and `\"` in a string.
    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let character = rest.popFirst() {
            guard character == "\\" else {
                result.append(character)
                continue
            }
            let digits = rest.prefix(6).prefix { $0.isASCII && $0.isHexDigit }
            if digits.isEmpty {
                if let escaped = rest.popFirst() { result.append(escaped) }
            } else {
                rest = rest.dropFirst(digits.count)
                if rest.first == " " { rest.removeFirst() }
                if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return VisibleText.make(result)
    }
}

extension CellStyle.Attributes {
    /// Whether some attributes are all on; setting turns them on or off.
    subscript(attributes: Self) -> Bool {
        get { isSuperset(of: attributes) }
        set { if newValue { formUnion(attributes) } else { subtract(attributes) } }
    }
}
