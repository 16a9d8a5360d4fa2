/// Understands one `name: value` of a style sheet; what it does not know sets nothing.
enum DeclarationParser {
    static func parse(_ name: String, _ value: String) -> [Declaration] {
        guard name != "content" else { return [.content(content(value))] }
        let value = value.lowercased()
        switch name {
        case "display": return display(value)
        case "visibility": return [.visible(value != "hidden" && value != "collapse")]
        case "opacity": return LengthParser.split(value).map { [.visible($0.number > 0)] } ?? []
        case "order": return Int(value).map { [.order(min(max($0, -1000), 1000))] } ?? []
        case "vertical-align": return VerticalAlign(rawValue: value).map { [.verticalAlign($0)] } ?? []
        case "overflow", "overflow-x", "overflow-y": return [.hidesOverflow(value != "visible")]
        case "text-overflow": return [.endsInEllipsis(value == "ellipsis")]
        case "width": return length(value, .horizontal, Declaration.width)
        case "min-width": return length(value, .horizontal, Declaration.minWidth)
        case "max-width": return length(value, .horizontal, Declaration.maxWidth)
        case "height": return length(value, .vertical, Declaration.height)
        case "min-height": return length(value, .vertical, Declaration.minHeight)
        default:
            return text(name, value) ?? box(name, value) ?? flexible(name, value) ?? []
        }
    }

    // MARK: Text

    private static func text(_ name: String, _ value: String) -> [Declaration]? {
        switch name {
        case "color": ColorParser.parse(value).map { [.color($0)] } ?? (value == "initial" ? [.color(.standard)] : [])
        case "background-color": background(value)
        case "background": CSSScanner.words(value).lazy.map(background).first { !$0.isEmpty } ?? []
        case "font-weight":
            switch value {
            case "bold", "bolder": [.bold(true)]
            case "lighter": [.bold(false), .dim(true)]
            default: [.bold((Int(value) ?? 400) >= 600)]
            }
        case "font-style": [.italic(value == "italic" || value.hasPrefix("oblique"))]
        case "text-decoration", "text-decoration-line": decoration(CSSScanner.words(value))
        case "text-intensity": [.dim(value == "dim")]
        case "text-rendition": [.reverse(value == "reverse")]
        case "text-align":
            switch value {
            case "left", "start", "justify": [.textAlign(.left)]
            case "right", "end": [.textAlign(.right)]
            case "center", "-webkit-center": [.textAlign(.center)]
            default: []
            }
        case "text-transform": TextTransform(rawValue: value).map { [.textTransform($0)] } ?? []
        case "white-space":
            WhiteSpace(rawValue: value == "break-spaces" ? "pre-wrap" : value).map { [.whiteSpace($0)] } ?? []
        case "list-style", "list-style-type":
            CSSScanner.words(value).compactMap(ListStyle.init(rawValue:)).first.map { [.listStyle($0)] } ?? []
        default: nil
        }
    }

    private static func background(_ value: String) -> [Declaration] {
        if value == "none" || value == "transparent" || value == "initial" { return [.background(nil)] }
        return ColorParser.parse(value).map { [.background($0)] } ?? []
    }

    private static func decoration(_ words: [String]) -> [Declaration] {
        var declarations: [Declaration] = []
        for word in words {
            switch word {
            case "none": declarations.append(.noDecoration)
            case "underline": declarations.append(.underline(true))
            case "line-through": declarations.append(.strikethrough(true))
            default: break
            }
        }
        return declarations
    }

    private static func content(_ value: String) -> String? {
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

    // MARK: Boxes

    private static func display(_ value: String) -> [Declaration] {
        switch value {
        case "inline-flex", "inline-grid", "inline-table": [.display(.inlineBlock)]
        case "flow-root": [.display(.block)]
        default: Display(rawValue: value).map { [.display($0)] } ?? []
        }
    }

    private static func length(
        _ value: String, _ axis: LengthParser.Axis, _ make: (Length) -> Declaration
    ) -> [Declaration] {
        LengthParser.parse(value, axis).map { [make($0)] } ?? []
    }

    private static func box(_ name: String, _ value: String) -> [Declaration]? {
        let words = CSSScanner.words(value)
        let parts = name.split(separator: "-").map(String.init)
        switch parts.first {
        case "margin":
            return sides(parts.dropFirst(), words) { side, word in
                LengthParser.parse(word, axis(of: side)).map { .margin(side, $0) }
            }
        case "padding":
            return sides(parts.dropFirst(), words) { side, word in
                LengthParser.cells(word, axis(of: side)).map { .padding(side, $0) }
            }
        case "border":
            return border(Array(parts.dropFirst()), words)
        default:
            return nil
        }
    }

    private static func axis(of side: Declaration.Side) -> LengthParser.Axis {
        side == .left || side == .right ? .horizontal : .vertical
    }

    /// The sides that the end of a name such as `left`, `inline` or `block-start` means, each with its word.
    private static func sides(
        _ suffix: some Collection<String>, _ words: [String], _ make: (Declaration.Side, String) -> Declaration?
    ) -> [Declaration] {
        guard let first = words.first else { return [] }
        let second = words.count > 1 ? words[1] : first
        let pairs: [(Declaration.Side, String)] =
            switch suffix.joined(separator: "-") {
            case "":
                [
                    (.top, first), (.right, second), (.bottom, words.count > 2 ? words[2] : first),
                    (.left, words.count > 3 ? words[3] : second),
                ]
            case "top", "block-start": [(.top, first)]
            case "right", "inline-end": [(.right, first)]
            case "bottom", "block-end": [(.bottom, first)]
            case "left", "inline-start": [(.left, first)]
            case "inline": [(.left, first), (.right, second)]
            case "block": [(.top, first), (.bottom, second)]
            default: []
            }
        return pairs.compactMap { make($0.0, $0.1) }
    }

    private static func border(_ parts: [String], _ words: [String]) -> [Declaration] {
        if parts.first == "title" { return [.borderTitle(words.isEmpty ? nil : content(words.joined(separator: " ")))] }
        guard parts.first != "radius", parts.first != "collapse", parts.first != "spacing" else { return [] }
        let aspect = parts.last
        let suffix = parts.filter { !["style", "width", "color"].contains($0) }
        if aspect == "color" { return words.first.flatMap(ColorParser.parse).map { [.borderColor($0)] } ?? [] }
        if aspect == "style" || aspect == "width" {
            return sides(suffix, words) { side, word in borderStyle(word).map { .border(side, $0) } }
        }
        // The shorthand: one style for all sides named, wherever it stands among the words.
        let styles = words.compactMap(borderStyle)
        var declarations: [Declaration] = []
        if let style = styles.contains(.none) ? BorderStyle.none : styles.last {
            declarations += sides(suffix, ["all"]) { side, _ in .border(side, style) }
        }
        if let color = words.lazy.compactMap(ColorParser.parse).first { declarations.append(.borderColor(color)) }
        return declarations
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
