import Basics

/// Values as Python writes them in programs, for those who look for faults.
enum PythonText {
    /// Python's `repr`: texts in quotes, collections with all they have.
    static func representation(of value: TemplateValue, _ run: TemplateRun, at offset: Int, depth: Int = 0)
        throws(TemplateError) -> String
    {
        switch value {
        case .undefined: return "Undefined"
        case .none: return "None"
        case .bool(let value): return value ? "True" : "False"
        case .integer(let value): return String(value)
        case .number(let value): return FloatText.shortest(value)
        case .string(let text): return quoted(text)
        case .markup(let text): return "Markup(\(quoted(text)))"
        case .list(let list as RangeList): return list.text
        case .list(let list):
            try TemplateValue.checkNesting(depth, at: offset)
            try run.look(through: list.count, at: offset)
            var parts: [String] = []
            for index in 0..<list.count {
                parts.append(try representation(of: list[index], run, at: offset, depth: depth + 1))
            }
            return try joined(
                parts, list.isTuple ? "(" : "[", list.isTuple ? (parts.count == 1 ? ",)" : ")") : "]", run, at: offset)
        case .map(let map):
            try TemplateValue.checkNesting(depth, at: offset)
            try run.look(through: map.count, at: offset)
            var parts: [String] = []
            for index in sortedIndices(of: map) {
                let key = try representation(of: map.key(at: index), run, at: offset, depth: depth + 1)
                let member = try representation(of: map.value(at: index), run, at: offset, depth: depth + 1)
                parts.append("\(key): \(member)")
            }
            return try joined(parts, "{", "}", run, at: offset)
        case .object(let object as Macro): return "<Macro \(quoted(object.name))>"
        case .object: throw TemplateError(.notPrintable(value.typeName), at: offset)
        }
    }

    private static func joined(
        _ parts: [String], _ opening: String, _ closing: String, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) -> String {
        let size = parts.reduce(0) { $0 + $1.utf8.count + 2 }
        try run.make(size, at: offset)
        return opening + parts.joined(separator: ", ") + closing
    }

    /// The places of a dictionary's members by their keys: numbers, then texts, then all others.
    static func sortedIndices(of map: any TemplateMap) -> [Int] {
        let keys = map.keys
        func rank(_ key: TemplateValue) -> Int { key.double != nil ? 0 : key.string != nil ? 1 : 2 }
        return keys.indices.sorted { left, right in
            let (first, second) = (keys[left], keys[right])
            if rank(first) != rank(second) { return rank(first) < rank(second) }
            if let first = first.string, let second = second.string { return TemplateText.precedes(first, second) }
            if let first = first.double, let second = second.double { return first < second }
            return left < right
        }
    }

    /// A text in quotes, with escapes for what cannot be seen.
    static func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = text.utf8.contains(0x27) && !text.utf8.contains(0x22) ? "\"" : "'"
        var result = String.UnicodeScalarView([quote])
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", quote:
                result.append("\\")
                result.append(scalar)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            default:
                if isPrintable(scalar) {
                    result.append(scalar)
                } else {
                    result.append(contentsOf: escape(scalar).unicodeScalars)
                }
            }
        }
        result.append(quote)
        return String(result)
    }

    /// The text with all that is not ASCII as escapes.
    static func ascii(_ text: String) -> String {
        text.unicodeScalars.map { $0.isASCII ? String($0) : escape($0) }.joined()
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let (mark, width) = scalar.value < 0x100 ? ("\\x", 2) : scalar.value < 0x10000 ? ("\\u", 4) : ("\\U", 8)
        return mark + String(repeating: "0", count: width - digits.utf8.count) + digits
    }

    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    /// Whether it belongs to a word, as Python's regular expressions have it.
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "_" || UInt8(ascii: scalar).isASCIIDigit || UInt8(ascii: scalar).isASCIILetter
        }
        return scalar.isLetter || scalar.properties.numericType != nil
    }
}
