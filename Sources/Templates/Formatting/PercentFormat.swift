import Markup

/// Python's `"..." % values`, as far as templates use it.
struct PercentFormat {
    private struct Flags: OptionSet {
        let rawValue: UInt8
        static let left = Flags(rawValue: 1)
        static let sign = Flags(rawValue: 2)
        static let space = Flags(rawValue: 4)
        static let zeros = Flags(rawValue: 8)
        static let prefix = Flags(rawValue: 16)

        /// The flag of a character; nil when it is none.
        static func of(_ character: Unicode.Scalar?) -> Flags? {
            switch character {
            case "-": .left
            case "+": .sign
            case " ": .space
            case "0": .zeros
            case "#": .prefix
            default: nil
            }
        }
    }

    private struct Specification {
        var key: String?
        var flags: Flags = []
        var width = 0
        var precision: Int?
        var conversion: Unicode.Scalar = "s"

        var isPlain: Bool { key == nil && flags.isEmpty && width == 0 && precision == nil }
    }

    private let isMarkup: Bool
    private let context: TemplateRun
    private let offset: Int
    private var positional: ArraySlice<TemplateValue>
    private var named: ((String) -> TemplateValue?)?
    private var rest: Substring.UnicodeScalarView

    /// The values that are put into a format.
    enum Values {
        case several([TemplateValue])
        case named((String) -> TemplateValue?)
        /// One that may be used as a whole, or not at all.
        case one(TemplateValue)
    }

    /// Formats one value, a tuple of values, or the members of a dictionary.
    static func format(
        _ template: TemplateValue, _ value: TemplateValue, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        let values: Values =
            switch value {
            case .list(let list) where list.isTuple: .several(list.values)
            case .map(let map): .named { map.value(forKey: $0) }
            case .list, .undefined: .one(value)
            case .none, .bool, .integer, .number, .string, .markup, .object: .several([value])
            }
        return try format(template, values, whole: value, run, at: offset)
    }

    /// - Parameter whole: What is meant where a dictionary stands for itself.
    static func format(
        _ template: TemplateValue, _ values: Values, whole: TemplateValue? = nil, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        var format = PercentFormat(
            isMarkup: template.isMarkup, context: run, offset: offset, positional: [], named: nil,
            rest: Substring(try template.text(at: offset)).unicodeScalars)
        switch values {
        case .several(let values): format.positional = values[...]
        case .named(let named):
            format.named = named
            format.positional = whole.map { [$0] } ?? []
        case .one(let value): format.positional = [value]
        }
        let text = try format.run()
        if case .several = values, !format.positional.isEmpty {
            throw format.invalid("there are more values than places for them")
        }
        return template.withText(text)
    }

    private mutating func run() throws(TemplateError) -> String {
        var result = BoundedText(context, "the formatted text", at: offset)
        while !rest.isEmpty {
            let end = Substring(rest).utf8.firstIndex(of: UInt8(ascii: "%")) ?? rest.endIndex
            if end > rest.startIndex { try result.append(String(rest[..<end])) }
            rest = rest[end...]
            guard rest.popFirst() != nil else { break }
            let specification = try readSpecification()
            guard specification.conversion != "%" else {
                guard specification.isPlain else { throw invalid("\"%%\" takes no width and no flags") }
                try result.append("%")
                continue
            }
            try result.append(try formatted(specification))
        }
        return result.text
    }

    private mutating func readSpecification() throws(TemplateError) -> Specification {
        var specification = Specification()
        if rest.first == "(" {
            guard let end = rest.firstIndex(of: ")") else { throw invalid("\"(\" is never closed") }
            specification.key = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        }
        while let flag = Flags.of(rest.first) {
            specification.flags.insert(flag)
            rest.removeFirst()
        }
        specification.width = try readNumber() ?? 0
        if rest.first == "." {
            rest.removeFirst()
            specification.precision = try readNumber() ?? 0
        }
        // Python takes and ignores the lengths of C.
        while let length = rest.first, length == "h" || length == "l" || length == "L" { rest.removeFirst() }
        guard let conversion = rest.popFirst() else { throw invalid("incomplete \"%\" at the end") }
        specification.conversion = conversion
        return specification
    }

    private mutating func readNumber() throws(TemplateError) -> Int? {
        if rest.first == "*" {
            rest.removeFirst()
            guard let value = positional.popFirst()?.integer else { throw invalid("\"*\" needs an integer") }
            return min(max(value, 0), 1 << 40)
        }
        var number: Int?
        while let digit = rest.first, "0"..."9" ~= digit {
            number = min((number ?? 0) * 10 + Int(digit.value - 0x30), 1 << 40)
            rest.removeFirst()
        }
        return number
    }

    private mutating func formatted(_ specification: Specification) throws(TemplateError) -> String {
        let value: TemplateValue
        if let key = specification.key {
            guard let named else { throw invalid("\"\(key)\" needs a dictionary of values") }
            guard let found = named(key) else { throw invalid("no value named \"\(key)\"") }
            value = found
        } else {
            guard let next = positional.popFirst() else { throw invalid("not enough values") }
            value = next
        }
        if isMarkup, "xXoc".unicodeScalars.contains(specification.conversion) {
            throw invalid("%\(specification.conversion) does not work in markup")
        }
        let room = max(specification.width, specification.precision ?? 0)
        try context.checkRoom(for: room, times: 4, "the formatted value", at: offset)
        switch specification.conversion {
        case "s", "r", "a": return padded(try text(of: value, specification), specification)
        case "c":
            if let character = value.integer.flatMap(character) { return padded(character, specification) }
            guard let text = value.string, TemplateText.length(text) == 1 else {
                throw invalid("%c needs a character, got \(value.typeName)")
            }
            return padded(isMarkup ? try value.html(at: offset) : text, specification)
        case "d", "i", "u": return padded(try decimal(value, specification), specification, isNumber: true)
        case "x", "X", "o": return padded(try radix(value, specification), specification, isNumber: true)
        case "e", "E", "f", "F", "g", "G":
            guard let number = value.double else {
                throw invalid("%\(specification.conversion) needs a number, got \(value.typeName)")
            }
            return padded(signed(decimal(number, specification), specification), specification, isNumber: true)
        default: throw invalid("unsupported conversion \"%\(specification.conversion)\"")
        }
    }

    private func decimal(_ number: Double, _ specification: Specification) -> String {
        let isAlternate = specification.flags.contains(.prefix)
        let precision = specification.precision ?? 6
        switch specification.conversion {
        case "e": return FloatText.exponential(number, places: precision, keepsPoint: isAlternate)
        case "E": return FloatText.exponential(number, places: precision, keepsPoint: isAlternate).uppercased()
        case "g": return FloatText.general(number, precision: precision, keepsZeros: isAlternate)
        case "G": return FloatText.general(number, precision: precision, keepsZeros: isAlternate).uppercased()
        case "F": return FloatText.fixed(number, places: precision, keepsPoint: isAlternate).uppercased()
        default: return FloatText.fixed(number, places: precision, keepsPoint: isAlternate)
        }
    }

    private func text(of value: TemplateValue, _ specification: Specification) throws(TemplateError) -> String {
        let text: String
        if specification.conversion == "s" {
            text = isMarkup ? try value.html(at: offset) : try value.text(at: offset)
        } else {
            let representation = try PythonText.representation(of: value, context, at: offset)
            let shown = specification.conversion == "a" ? PythonText.ascii(representation) : representation
            text = isMarkup ? HTMLText.escaped(shown) : shown
        }
        return specification.precision.map { TemplateText.prefix(text, $0) } ?? text
    }

    private func character(_ code: Int) -> String? {
        UInt32(exactly: code).flatMap { Unicode.Scalar($0) }.map { String($0) }
    }

    private func decimal(_ value: TemplateValue, _ specification: Specification) throws(TemplateError) -> String {
        if let integer = value.integer { return signed(digits(String(integer), specification), specification) }
        guard let number = value.double, number.isFinite else {
            throw invalid("%d needs a number, got \(value.typeName)")
        }
        // A whole number knows no zero below zero.
        let whole = ExactDecimal.fixed(number.rounded(.towardZero) + 0, places: 0)
        return signed(digits(whole, specification), specification)
    }

    private func radix(_ value: TemplateValue, _ specification: Specification) throws(TemplateError) -> String {
        let conversion = specification.conversion
        guard let integer = value.integer else {
            throw invalid("%\(conversion) needs an integer, got \(value.typeName)")
        }
        let digits = String(integer.magnitude, radix: conversion == "o" ? 8 : 16, uppercase: conversion == "X")
        let prefix = specification.flags.contains(.prefix) ? "0\(conversion)" : ""
        let padded = self.digits(digits, specification)
        return signed((integer < 0 ? "-" : "") + prefix + padded, specification)
    }

    /// Digits with zeros before them, up to the precision.
    private func digits(_ text: String, _ specification: Specification) -> String {
        let isNegative = text.hasPrefix("-")
        let digits = text.dropFirst(isNegative ? 1 : 0)
        let zeros = max(0, (specification.precision ?? 0) - digits.utf8.count)
        return (isNegative ? "-" : "") + String(repeating: "0", count: zeros) + digits
    }

    private func signed(_ text: String, _ specification: Specification) -> String {
        if text.utf8.first == UInt8(ascii: "-") { return text }
        return specification.flags.contains(.sign)
            ? "+" + text : specification.flags.contains(.space) ? " " + text : text
    }

    private func padded(_ text: String, _ specification: Specification, isNumber: Bool = false) -> String {
        guard specification.width > 0 else { return text }
        let missing = specification.width - TemplateText.length(text)
        guard missing > 0 else { return text }
        if specification.flags.contains(.left) { return text + String(repeating: " ", count: missing) }
        guard isNumber, specification.flags.contains(.zeros) else {
            return String(repeating: " ", count: missing) + text
        }
        let sign = text.prefix { $0 == "-" || $0 == "+" || $0 == " " }
        let rest = text.dropFirst(sign.count)
        let hasPrefix = ["x", "X", "o"].contains(specification.conversion) && specification.flags.contains(.prefix)
        let prefix = hasPrefix ? rest.prefix(2) : ""
        return sign + prefix + String(repeating: "0", count: missing) + rest.dropFirst(prefix.count)
    }

    private func invalid(_ reason: String) -> TemplateError { TemplateError(.invalidFormat(reason), at: offset) }
}
