/// Writes values as JSON that is safe in HTML and in quoted attributes but for its `"`: keys in order, ASCII only,
/// `< > & '` as escapes.
struct TemplateJSON {
    private var bytes: [UInt8] = []
    private let indent: Int?
    private let run: TemplateRun
    private var depth = 0

    /// - Parameter indent: Spaces a level; nil for one line.
    init(indent: Int?, run: TemplateRun) {
        self.indent = indent
        self.run = run
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ value: TemplateValue, at offset: Int) throws(TemplateError) {
        switch value {
        case .undefined(let name): throw TemplateError(.undefined(name), at: offset)
        case .none: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): write(value)
        case .string(let text), .markup(let text): write(text)
        case .list(let list):
            try write(UInt8(ascii: "["), UInt8(ascii: "]"), count: list.count, at: offset) {
                (writer, index) throws(TemplateError) in
                try writer.write(list[index], at: offset)
            }
        case .map(let map):
            let order = SortOrder(isReversed: false, isCaseSensitive: true, run: run, offset: offset)
            let keys = try order.sorted(map.keys)
            try write(UInt8(ascii: "{"), UInt8(ascii: "}"), count: keys.count, at: offset) {
                (writer, index) throws(TemplateError) in
                writer.write(try Self.name(of: keys[index], at: offset))
                writer.bytes += ": ".utf8
                try writer.write(map.value(for: keys[index]) ?? .none, at: offset)
            }
        case .object: throw .unsupported("tojson", value, at: offset)
        }
    }

    private mutating func write(
        _ opening: UInt8, _ closing: UInt8, count: Int, at offset: Int,
        element: (inout TemplateJSON, Int) throws(TemplateError) -> Void
    ) throws(TemplateError) {
        try TemplateValue.checkNesting(depth, at: offset)
        try run.look(through: count, at: offset)
        bytes.append(opening)
        depth += 1
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(isFirst: index == 0)
            try run.checkRoom(for: bytes.count, "the JSON", at: offset)
            try element(&self, index)
        }
        depth -= 1
        if count > 0 { breakLine(isFirst: true) }
        bytes.append(closing)
    }

    private mutating func breakLine(isFirst: Bool) {
        if let indent {
            bytes.append(UInt8(ascii: "\n"))
            bytes += repeatElement(UInt8(ascii: " "), count: indent * depth)
        } else if !isFirst {
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func write(_ number: Double) {
        if number.isFinite {
            bytes += FloatText.shortest(number).utf8
        } else {
            bytes += (number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity").utf8
        }
    }

    /// A key as JSON has it.
    private static func name(of key: TemplateValue, at offset: Int) throws(TemplateError) -> String {
        switch key {
        case .none: "null"
        case .list, .map, .object, .undefined: throw .unsupported("a key of JSON", key, at: offset)
        case .bool, .integer, .number, .string, .markup: try key.text(at: offset)
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for unit in text.utf16 {
            switch unit {
            case 0x22: bytes += "\\\"".utf8
            case 0x5C: bytes += "\\\\".utf8
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x26, 0x27, 0x3C, 0x3E: writeEscape(unit)
            case 0x20...0x7E: bytes.append(UInt8(truncatingIfNeeded: unit))
            default: writeEscape(unit)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscape(_ unit: UInt16) {
        let digits = Array("0123456789abcdef".utf8)
        bytes += "\\u".utf8
        for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
}
