/// Reads `calc(100% - 2rem)` and its like.
struct CalculationParser {
    private var rest: Substring.UTF8View
    private let axis: LengthParser.Axis
    private var depth = 0

    /// Brackets inside brackets are read so deep, which is far deeper than anyone writes.
    private static let depthLimit = 32
    private static let lengthLimit = 4096

    /// What a text comes to; nil for one that is no calculation, or one of unlike things.
    static func parse(_ text: String, _ axis: LengthParser.Axis) -> Calculation? {
        guard text.utf8.count <= lengthLimit else { return nil }
        var parser = CalculationParser(rest: text[...].utf8, axis: axis)
        guard let value = parser.sum() else { return nil }
        parser.skipBlanks()
        return parser.rest.isEmpty ? value : nil
    }

    /// The number that a text is, plain or calculated; nil for all else.
    static func number(_ text: String) -> Double? {
        let number = Double(text) ?? (text.utf8.last == UInt8(ascii: ")") ? parse(text, .horizontal)?.numberValue : nil)
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    private init(rest: Substring.UTF8View, axis: LengthParser.Axis) {
        self.rest = rest
        self.axis = axis
    }

    private mutating func skipBlanks() {
        while let byte = rest.first, byte == 0x20 || (0x09...0x0D).contains(byte) { rest.removeFirst() }
    }

    private mutating func skip(_ sign: UnicodeScalar) -> Bool {
        skipBlanks()
        guard rest.first.map(UnicodeScalar.init) == sign else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func sum() -> Calculation? {
        guard var value = product() else { return nil }
        while true {
            let isMinus: Bool
            if skip("+") {
                isMinus = false
            } else if skip("-") {
                isMinus = true
            } else {
                return value
            }
            guard let next = product(),
                let added = Calculation.adding(value, isMinus ? next.multiplied(by: -1) : next)
            else { return nil }
            value = added
        }
    }

    private mutating func product() -> Calculation? {
        guard var value = term() else { return nil }
        while true {
            if skip("*") {
                guard let next = term() else { return nil }
                if let factor = next.numberValue {
                    value = value.multiplied(by: factor)
                } else if let factor = value.numberValue {
                    value = next.multiplied(by: factor)
                } else {
                    return nil
                }
            } else if skip("/") {
                guard let divisor = term()?.numberValue, divisor != 0 else { return nil }
                value = value.multiplied(by: 1 / divisor)
            } else {
                return value
            }
        }
    }

    private mutating func term() -> Calculation? {
        skipBlanks()
        let name = takeName()
        guard skip("(") else { return name.isEmpty ? measure() : constant(name) }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit, let arguments = arguments() else { return nil }
        switch (name, arguments.count) {
        case ("", 1), ("calc", 1): return arguments[0]
        case ("min", 1...): return .choosing(arguments, least: true)
        case ("max", 1...): return .choosing(arguments, least: false)
        case ("clamp", 3):
            return Calculation.choosing([arguments[1], arguments[2]], least: true).flatMap {
                .choosing([arguments[0], $0], least: false)
            }
        case _: return nil
        }
    }

    private mutating func arguments() -> [Calculation]? {
        var arguments: [Calculation] = []
        repeat {
            guard let argument = sum() else { return nil }
            arguments.append(argument)
        } while skip(",")
        return skip(")") ? arguments : nil
    }

    /// A number with or without a unit.
    private mutating func measure() -> Calculation? {
        let digits = rest.prefix { Self.isInNumber($0) }
        guard let number = Double(Substring(digits)), number.isFinite else { return nil }
        rest = rest[digits.endIndex...]
        let unit = rest.prefix { $0 == UInt8(ascii: "%") || Self.isLetter($0) }
        rest = rest[unit.endIndex...]
        guard !unit.isEmpty else { return .number(number) }
        return LengthParser.measure(number, Substring(unit), axis)
    }

    private func constant(_ name: String) -> Calculation? {
        switch name {
        case "infinity": .number(1e6)
        case "pi": .number(.pi)
        case "e": .number(2.718281828459045)
        case _: nil
        }
    }

    private mutating func takeName() -> String {
        let name = rest.prefix(while: Self.isLetter)
        rest = rest[name.endIndex...]
        return String(Substring(name))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isInNumber(_ byte: UInt8) -> Bool {
        switch UnicodeScalar(byte) {
        case "0"..."9", ".", "-", "+": true
        case _: false
        }
    }
}
