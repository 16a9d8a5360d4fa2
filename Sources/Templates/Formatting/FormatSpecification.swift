/// Python's format specification: `[[fill]align][sign][#][0][width][grouping][.precision][type]`.
struct FormatSpecification {
    /// What is wrong with a specification, or with its use.
    struct Problem: Error {
        let reason: String
    }

    private var fill: Unicode.Scalar = " "
    private var alignment: Unicode.Scalar?
    private var sign: Unicode.Scalar?
    private var isAlternate = false
    private var width = 0
    private var grouping: Unicode.Scalar?
    private var precision: Int?
    private var type: Unicode.Scalar?
    /// Whether zeros fill the room between sign and digits.
    private var isZeroPadded = false

    /// - Parameter limit: How wide a value may become, and how many digits it may have.
    init(_ text: String, limit: Int) throws(Problem) {
        var rest = Array(text.unicodeScalars)[...]
        var hasFill = false
        let alignments: Set<Unicode.Scalar> = ["<", ">", "=", "^"]
        if rest.count > 1, alignments.contains(rest[1]) {
            (fill, alignment) = (rest[0], rest[1])
            hasFill = true
            rest.removeFirst(2)
        } else if let first = rest.first, alignments.contains(first) {
            alignment = rest.removeFirst()
        }
        if let first = rest.first, first == "+" || first == "-" || first == " " { sign = rest.removeFirst() }
        if rest.first == "z" { throw Problem(reason: "the option \"z\" is not supported") }
        if rest.first == "#" {
            isAlternate = true
            rest.removeFirst()
        }
        if rest.first == "0", !hasFill {
            rest.removeFirst()
            (fill, isZeroPadded) = ("0", alignment == nil)
        }
        width = Self.number(&rest) ?? 0
        if let first = rest.first, first == "," || first == "_" { grouping = rest.removeFirst() }
        if rest.first == "." {
            rest.removeFirst()
            guard let number = Self.number(&rest) else { throw Problem(reason: "the precision is missing") }
            precision = number
        }
        guard max(width, precision ?? 0) <= limit / 4 else { throw Problem(reason: "\"\(text)\" is too large") }
        type = rest.popFirst()
        if !rest.isEmpty { throw Problem(reason: "\"\(text)\" is not a format specification") }
    }

    private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        var number: Int?
        while let digit = rest.first, "0"..."9" ~= digit {
            rest.removeFirst()
            number = min((number ?? 0) * 10 + Int(digit.value - 0x30), 1 << 40)
        }
        return number
    }

    /// A text in this form.
    func format(_ text: String) throws(Problem) -> String {
        guard type == nil || type == "s" else { throw unknownType("a string") }
        guard sign == nil, !isAlternate, grouping == nil, alignment != "=" else {
            throw Problem(reason: "a string takes no sign, \"#\", \"=\" or grouping")
        }
        return padded("", precision.map { TemplateText.prefix(text, $0) } ?? text, default: "<")
    }

    /// A whole number in this form.
    func format(_ value: Int) throws(Problem) -> String {
        switch type {
        case nil, "d", "n": return try integer(value, radix: 10, prefix: "")
        case "b": return try integer(value, radix: 2, prefix: "0b")
        case "o": return try integer(value, radix: 8, prefix: "0o")
        case "x": return try integer(value, radix: 16, prefix: "0x")
        case "X": return try integer(value, radix: 16, prefix: "0X")
        case "c":
            guard sign == nil, !isAlternate, grouping == nil, precision == nil,
                let scalar = UInt32(exactly: value).flatMap({ Unicode.Scalar($0) })
            else {
                throw Problem(reason: "\(value) is no character")
            }
            return padded("", String(scalar), default: isZeroPadded ? "=" : ">")
        default: return try format(Double(value))
        }
    }

    private func integer(_ value: Int, radix: Int, prefix: String) throws(Problem) -> String {
        guard precision == nil else { throw Problem(reason: "a whole number takes no precision") }
        guard grouping == nil || type != "n" else { throw Problem(reason: "\"n\" takes no grouping") }
        guard grouping != "," || radix == 10 else { throw Problem(reason: "\",\" goes with decimal numbers only") }
        let digits = String(value.magnitude, radix: radix, uppercase: type == "X")
        return number(isNegative: value < 0, prefix: isAlternate ? prefix : "", digits, groupSize: radix == 10 ? 3 : 4)
    }

    /// A decimal number in this form.
    func format(_ value: Double) throws(Problem) -> String {
        guard grouping == nil || type != "n" else { throw Problem(reason: "\"n\" takes no grouping") }
        var text: String
        switch type {
        case nil:
            text =
                precision.map { FloatText.general(value, precision: $0, keepsZeros: isAlternate, addsZero: true) }
                ?? FloatText.shortest(value)
        case "e", "E": text = FloatText.exponential(value, places: precision ?? 6, keepsPoint: isAlternate)
        case "f", "F": text = FloatText.fixed(value, places: precision ?? 6, keepsPoint: isAlternate)
        case "g", "G", "n": text = FloatText.general(value, precision: precision ?? 6, keepsZeros: isAlternate)
        case "%": text = FloatText.fixed(value * 100, places: precision ?? 6, keepsPoint: isAlternate) + "%"
        default: throw unknownType("a number")
        }
        if type == "E" || type == "F" || type == "G" { text = text.uppercased() }
        let isNegative = text.hasPrefix("-")
        return number(isNegative: isNegative, prefix: "", String(text.dropFirst(isNegative ? 1 : 0)), groupSize: 3)
    }

    private func unknownType(_ what: String) -> Problem {
        Problem(reason: "\(what) has no format \"\(type.map { String($0) } ?? "")\"")
    }

    private func number(isNegative: Bool, prefix: String, _ text: String, groupSize: Int) -> String {
        let sign = isNegative ? "-" : sign == "+" ? "+" : sign == " " ? " " : ""
        let isHexadecimal = groupSize == 4
        let digits = text.prefix { $0.isASCII && ($0.isNumber || isHexadecimal && $0.isHexDigit) }
        let rest = text.dropFirst(digits.count)
        let room =
            isZeroPadded || (alignment == "=" && fill == "0") ? width - sign.count - prefix.count - rest.count : 0
        let whole = grouped(String(digits), groupSize, room: room)
        return padded(sign + prefix, whole + rest, default: isZeroPadded ? "=" : ">")
    }

    /// Digits with marks between groups, and zeros before them as far as there is room.
    private func grouped(_ digits: String, _ size: Int, room: Int) -> String {
        guard let grouping, !digits.isEmpty else { return digits }
        var reversed = ""
        var count = 0
        var length = 0
        var left = digits.reversed()[...]
        while !left.isEmpty || length < room {
            if count > 0, count.isMultiple(of: size) {
                reversed.unicodeScalars.append(grouping)
                length += 1
            }
            reversed.append(left.popFirst() ?? "0")
            count += 1
            length += 1
        }
        return String(reversed.reversed())
    }

    private func padded(_ sign: String, _ text: String, default fallback: Unicode.Scalar) -> String {
        let missing = width - TemplateText.length(sign) - TemplateText.length(text)
        guard missing > 0 else { return sign + text }
        func filler(_ count: Int) -> String { String(repeating: String(fill), count: count) }
        switch alignment ?? fallback {
        case "<": return sign + text + filler(missing)
        case "^": return filler(missing / 2) + sign + text + filler(missing - missing / 2)
        case "=": return sign + filler(missing) + text
        default: return filler(missing) + sign + text
        }
    }
}
