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
    }

    private let isMarkup: Bool
    private let offset: Int
    private var positional: ArraySlice<TemplateValue>
    private let named: (String) -> TemplateValue?
    private var rest: Substring.UnicodeScalarView

    /// Formats one value, a tuple of values, or the members of a dictionary.
    static func format(_ template: TemplateValue, _ value: TemplateValue, at offset: Int) throws(TemplateError)
        -> TemplateValue
    {
        switch value {
        case .list(let list) where list.isTuple: try format(template, list.values, { _ in nil }, at: offset)
        case .map(let map): try format(template, [value], { map.value(forKey: $0) }, at: offset)
        case .undefined, .none, .bool, .integer, .number, .string, .markup, .list, .object:
            try format(template, [value], { _ in nil }, at: offset)
        }
    }

    static func format(
        _ template: TemplateValue, _ positional: [TemplateValue], _ named: @escaping (String) -> TemplateValue?,
        at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        var format = PercentFormat(
            isMarkup: template.isMarkup, offset: offset, positional: positional[...], named: named,
            rest: Substring(try template.text(at: offset)).unicodeScalars)
        return template.withText(try format.run())
    }

    private mutating func run() throws(TemplateError) -> String {
        var result = ""
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let specification = try readSpecification()
            if specification.conversion == "%" {
                result += "%"
            } else {
                result += try formatted(specification)
            }
        }
        return result
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
        guard let conversion = rest.popFirst() else { throw invalid("incomplete \"%\" at the end") }
        specification.conversion = conversion
        return specification
    }

    private mutating func readNumber() throws(TemplateError) -> Int? {
        if rest.first == "*" {
            rest.removeFirst()
            guard let value = positional.popFirst()?.integer else { throw invalid("\"*\" needs an integer") }
            return min(max(value, 0), 10_000)
        }
        var number: Int?
        while let digit = rest.first, "0"..."9" ~= digit {
            number = min((number ?? 0) * 10 + Int(digit.value - 0x30), 10_000)
            rest.removeFirst()
        }
        return number
    }

    private mutating func formatted(_ specification: Specification) throws(TemplateError) -> String {
        let value: TemplateValue
        if let key = specification.key {
            guard let found = named(key) else { throw invalid("no value named \"\(key)\"") }
            value = found
        } else {
            guard let next = positional.popFirst() else { throw invalid("not enough values") }
            value = next
        }
        switch specification.conversion {
        case "s", "r", "a": return padded(try text(of: value, specification), specification)
        case "c":
            if let character = value.integer.flatMap(character) { return padded(character, specification) }
            return padded(try text(of: value, specification), specification)
        case "d", "i", "u": return padded(try decimal(value, specification), specification, isNumber: true)
        case "x", "X", "o": return padded(try radix(value, specification), specification, isNumber: true)
        case "f", "F":
            guard let number = value.double else { throw invalid("%f needs a number, got \(value.typeName)") }
            let text = ExactDecimal.fixed(number, places: min(specification.precision ?? 6, 100))
            return padded(signed(text, specification), specification, isNumber: true)
        default: throw invalid("unsupported conversion \"%\(specification.conversion)\"")
        }
    }

    private func text(of value: TemplateValue, _ specification: Specification) throws(TemplateError) -> String {
        let text = isMarkup ? try value.html(at: offset) : try value.text(at: offset)
        return specification.precision.map { TemplateText.prefix(text, $0) } ?? text
    }

    private func character(_ code: Int) -> String? {
        UInt32(exactly: code).flatMap { Unicode.Scalar($0) }.map { String($0) }
    }

    private func decimal(_ value: TemplateValue, _ specification: Specification) throws(TemplateError) -> String {
        if let integer = value.integer { return signed(String(integer), specification) }
        guard let number = value.double, number.isFinite else {
            throw invalid("%d needs a number, got \(value.typeName)")
        }
        return signed(ExactDecimal.fixed(number.rounded(.towardZero), places: 0), specification)
    }

    private func radix(_ value: TemplateValue, _ specification: Specification) throws(TemplateError) -> String {
        let conversion = specification.conversion
        guard let integer = value.integer else {
            throw invalid("%\(conversion) needs an integer, got \(value.typeName)")
        }
        let digits = String(integer.magnitude, radix: conversion == "o" ? 8 : 16, uppercase: conversion == "X")
        let prefix = specification.flags.contains(.prefix) ? "0\(conversion)" : ""
        return signed((integer < 0 ? "-" : "") + prefix + digits, specification)
    }

    private func signed(_ text: String, _ specification: Specification) -> String {
        if text.hasPrefix("-") { return text }
        return specification.flags.contains(.sign)
            ? "+" + text : specification.flags.contains(.space) ? " " + text : text
    }

    private func padded(_ text: String, _ specification: Specification, isNumber: Bool = false) -> String {
        let missing = specification.width - TemplateText.length(text)
        guard missing > 0 else { return text }
        if specification.flags.contains(.left) { return text + String(repeating: " ", count: missing) }
        guard isNumber, specification.flags.contains(.zeros) else {
            return String(repeating: " ", count: missing) + text
        }
        let sign = text.prefix { $0 == "-" || $0 == "+" || $0 == " " }
        return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
    }

    private func invalid(_ reason: String) -> TemplateError { TemplateError(.invalidFormat(reason), at: offset) }
}
