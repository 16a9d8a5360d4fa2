/// Writes values as JSON that is safe in HTML and in quoted attributes but for its `"`: keys in order, ASCII only,
/// `< > & '` as escapes.
struct TemplateJSON {
    private var bytes: [UInt8] = []
    private let indent: Int?
    private var depth = 0

    /// - Parameter indent: Spaces a level; nil for one line.
    init(indent: Int?) { self.indent = indent }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func write(_ value: TemplateValue, at offset: Int) throws(TemplateError) {
        switch value {
        case .undefined(let name): throw TemplateError(.undefined(name), at: offset)
        case .none: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): bytes += value.description.utf8
        case .string(let text), .markup(let text): write(text)
        case .list(let list):
            try write(UInt8(ascii: "["), UInt8(ascii: "]"), count: list.count) {
                (writer, index) throws(TemplateError) in
                try writer.write(list[index], at: offset)
            }
        case .map(let map):
            var members: [(key: String, value: TemplateValue)] = []
            for index in 0..<map.count {
                members.append((try map.key(at: index).text(at: offset), map.value(at: index)))
            }
            members.sort { TemplateText.precedes($0.key, $1.key) }
            try write(UInt8(ascii: "{"), UInt8(ascii: "}"), count: members.count) {
                (writer, index) throws(TemplateError) in
                writer.write(members[index].key)
                writer.bytes += ": ".utf8
                try writer.write(members[index].value, at: offset)
            }
        case .object: throw .unsupported("tojson", value, at: offset)
        }
    }

    private mutating func write(
        _ opening: UInt8, _ closing: UInt8, count: Int,
        element: (inout TemplateJSON, Int) throws(TemplateError) -> Void
    ) throws(TemplateError) {
        bytes.append(opening)
        depth += 1
        for index in 0..<count {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(isFirst: index == 0)
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
