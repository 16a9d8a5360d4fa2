extension StyleProperty {
    static let textRows: [StyleProperty] = [
        property("color", at: \.foreground, inherits: true) {
            ColorParser.parse($0) ?? ($0 == "initial" ? .standard : nil)
        },
        inherited(\.ground),
        shorthand("background-color", read: background),
        shorthand("background") { CSSScanner.words($0).lazy.map(background).first { !$0.isEmpty } ?? [] },
        inherited(\.attributes),
        shorthand("font-weight") { value in
            switch value {
            case "bold", "bolder": [.set(\.attributes[.bold], true)]
            case "lighter": [.set(\.attributes[.bold], false), .set(\.attributes[.dim], true)]
            default: [.set(\.attributes[.bold], (Int(value) ?? 400) >= 600)]
            }
        },
        property("font-style", at: \.attributes[.italic]) { $0 == "italic" || $0.hasPrefix("oblique") },
        shorthand("text-decoration", "text-decoration-line") { CSSScanner.words($0).compactMap(decoration) },
        property("text-intensity", at: \.attributes[.dim]) { $0 == "dim" },
        property("text-rendition", at: \.attributes[.reverse]) { $0 == "reverse" },
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
        StyleProperty(names: ["content"], keepsCase: true) { [Declaration(generated: quoted($0))] },
    ]

    private static func background(_ value: String) -> [Declaration] {
        if value == "none" || value == "transparent" || value == "initial" { return [.set(\.paintsGround, false)] }
        return ColorParser.parse(value).map { [.set(\.paintsGround, true), .set(\.ground, $0)] } ?? []
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
        let texts = CSSScanner.words(value).compactMap { word -> String? in
            guard let quote = word.first, quote == "\"" || quote == "'", word.count >= 2 else { return nil }
            return unescaped(word.dropFirst().dropLast())
        }
        return texts.isEmpty ? nil : texts.joined()
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
