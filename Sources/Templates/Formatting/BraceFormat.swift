import Basics
import Markup

/// Python's `"{} {0.name} {key[1]!r:>{width}}".format(...)`.
struct BraceFormat {
    private let isMarkup: Bool
    private let positional: [TemplateValue]
    private let named: (String) -> TemplateValue?
    private let run: TemplateRun
    private let offset: Int
    /// The number of the next value without a number.
    private var next = 0
    private var isNumbered = false

    static func format(
        _ template: TemplateValue, _ positional: [TemplateValue], named: @escaping (String) -> TemplateValue?,
        _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> TemplateValue {
        var format = BraceFormat(
            isMarkup: template.isMarkup, positional: positional, named: named, run: run, offset: offset)
        let scalars = Array(try template.text(at: offset).unicodeScalars)
        return template.withText(try format.apply(scalars[...], depth: 0))
    }

    /// The values of named arguments by their names.
    static func table(_ named: [(name: String, value: TemplateValue)]) -> (String) -> TemplateValue? {
        let table = Dictionary(named.map { ($0.name, $0.value) }) { first, _ in first }
        return { table[$0] }
    }

    private init(
        isMarkup: Bool, positional: [TemplateValue], named: @escaping (String) -> TemplateValue?, run: TemplateRun,
        offset: Int
    ) {
        self.isMarkup = isMarkup
        self.positional = positional
        self.named = named
        self.run = run
        self.offset = offset
    }

    private mutating func apply(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws(TemplateError) -> String {
        guard depth < 2 || !text.contains("{") else { throw invalid("fields are nested too deep") }
        var rest = text
        var result = BoundedText(run, "the formatted text", at: offset)
        var plain = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{" where rest.first == "{", "}" where rest.first == "}":
                rest.removeFirst()
                plain.append(scalar)
            case "{":
                try result.append(String(plain))
                plain = String.UnicodeScalarView()
                try result.append(try field(try content(&rest), depth: depth))
            case "}": throw invalid("\"}\" closes nothing; write \"}}\" for a brace")
            default: plain.append(scalar)
            }
        }
        try result.append(String(plain))
        return result.text
    }

    /// What stands between a brace and the one that closes it.
    private func content(_ rest: inout ArraySlice<Unicode.Scalar>) throws(TemplateError) -> ArraySlice<Unicode.Scalar> {
        var open = 1
        for index in rest.indices {
            if rest[index] == "{" { open += 1 }
            if rest[index] == "}" { open -= 1 }
            if open == 0 {
                let content = rest[..<index]
                rest = rest[(index + 1)...]
                return content
            }
        }
        throw invalid("\"{\" is never closed")
    }

    private mutating func field(_ content: ArraySlice<Unicode.Scalar>, depth: Int) throws(TemplateError) -> String {
        var isInBrackets = false
        let end = content.firstIndex { scalar in
            if scalar == "[" { isInBrackets = true }
            if scalar == "]" { isInBrackets = false }
            return !isInBrackets && (scalar == "!" || scalar == ":")
        }
        var value = try value(content[..<(end ?? content.endIndex)])
        var rest = end.map { content[$0...] } ?? []
        if rest.first == "!" {
            guard rest.count > 1 else { throw invalid("the conversion is missing") }
            value = try converted(value, rest[rest.startIndex + 1])
            rest = rest.dropFirst(2)
            guard rest.isEmpty || rest.first == ":" else { throw invalid("\":\" is missing after the conversion") }
        }
        return try formatted(value, try apply(rest.dropFirst(), depth: depth + 1))
    }

    /// The value that a field names: `0`, `name`, then members and elements: `.member[element]`.
    private mutating func value(_ name: ArraySlice<Unicode.Scalar>) throws(TemplateError) -> TemplateValue {
        var rest = name
        let first = Self.text(rest.prefix { $0 != "." && $0 != "[" })
        rest = rest.drop { $0 != "." && $0 != "[" }
        var value = try argument(first)
        while let mark = rest.popFirst() {
            if mark == "." {
                let member = Self.text(rest.prefix { $0 != "." && $0 != "[" })
                rest = rest.drop { $0 != "." && $0 != "[" }
                value = if case .map = value { .undefined(member) } else { value.member(member) }
                if value.isUndefined { throw invalid("no member named \"\(member)\"") }
            } else {
                guard mark == "[", let end = rest.firstIndex(of: "]") else { throw invalid("\"[\" is never closed") }
                let key = Self.text(rest[..<end])
                rest = rest[(end + 1)...]
                value = value.element(
                    key.utf8.allSatisfy(\.isASCIIDigit) ? Int(key).map { .integer($0) } ?? .none : .string(key))
                if value.isUndefined { throw invalid("no element \"\(key)\"") }
            }
        }
        return value
    }

    private mutating func argument(_ name: String) throws(TemplateError) -> TemplateValue {
        if name.isEmpty || name.utf8.allSatisfy(\.isASCIIDigit) {
            if name.isEmpty ? isNumbered : next != 0 { throw invalid("numbered and unnumbered values are mixed") }
            if !name.isEmpty { isNumbered = true }
            let index = name.isEmpty ? next : Int(name) ?? Int.max
            if name.isEmpty { next = index + 1 }
            guard positional.indices.contains(index) else { throw invalid("no value at \(index)") }
            return positional[index]
        }
        guard let value = named(name) else { throw invalid("no value named \"\(name)\"") }
        return value
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func converted(_ value: TemplateValue, _ conversion: Unicode.Scalar) throws(TemplateError) -> TemplateValue
    {
        switch conversion {
        case "s": return .string(try value.text(at: offset))
        case "r": return .string(try PythonText.representation(of: value, run, at: offset))
        case "a": return .string(PythonText.ascii(try PythonText.representation(of: value, run, at: offset)))
        default: throw invalid("there is no conversion \"\(conversion)\"")
        }
    }

    private func formatted(_ value: TemplateValue, _ text: String) throws(TemplateError) -> String {
        if text.isEmpty { return isMarkup ? try value.html(at: offset) : try value.text(at: offset) }
        if isMarkup, value.isMarkup { throw invalid("markup takes no format specification") }
        let formatted: String
        do throws(FormatSpecification.Problem) {
            formatted = try Self.formatted(value, FormatSpecification(text, limit: run.room))
        } catch {
            throw invalid(error.reason)
        }
        return isMarkup ? HTMLText.escaped(formatted) : formatted
    }

    private static func formatted(_ value: TemplateValue, _ specification: FormatSpecification)
        throws(FormatSpecification.Problem) -> String
    {
        switch value {
        case .string(let text), .markup(let text): try specification.format(text)
        case .integer(let integer): try specification.format(integer)
        case .bool(let isTrue): try specification.format(isTrue ? 1 : 0)
        case .number(let number): try specification.format(number)
        case .undefined, .none, .list, .map, .object:
            throw FormatSpecification.Problem(reason: "\(value.typeName) takes no format specification")
        }
    }

    private func invalid(_ reason: String) -> TemplateError { TemplateError(.invalidFormat(reason), at: offset) }
}
