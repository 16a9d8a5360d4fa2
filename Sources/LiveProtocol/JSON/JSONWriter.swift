/// Writes JSON text as UTF-8 bytes, the shortest form.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// The text written so far.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func write(_ value: JSONValue) {
        switch value {
        case .null: writeRaw("null")
        case .bool(let value): writeRaw(value ? "true" : "false")
        case .integer(let value): writeRaw(value.description)
        case .number(let value): write(value)
        case .string(let value): write(value)
        case .array(let elements):
            writeArray(elements) { writer, element in writer.write(element) }
        case .object(let members):
            var object = beginObject()
            for (key, value) in members {
                writeKey(key, in: &object)
                write(value)
            }
            endObject()
        }
    }

    /// Writes a number; what JSON cannot say (infinity, not a number) becomes null.
    package mutating func write(_ value: Double) {
        guard value.isFinite else { return writeRaw("null") }
        if value == value.rounded(), abs(value) < 1e15 {
            writeRaw(Int(value).description)
        } else {
            writeRaw(value.description)
        }
    }

    package mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): writeRaw("\\\"")
            case UInt8(ascii: "\\"): writeRaw("\\\\")
            case 0x0A: writeRaw("\\n")
            case 0x0D: writeRaw("\\r")
            case 0x09: writeRaw("\\t")
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                writeRaw(digits.count == 1 ? "\\u000" + digits : "\\u00" + digits)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func writeRaw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    package mutating func writeArray<Element>(
        _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Whether an object being written has members already.
    package struct ObjectState {
        var isEmpty = true
    }

    package mutating func beginObject() -> ObjectState {
        bytes.append(UInt8(ascii: "{"))
        return ObjectState()
    }

    package mutating func writeKey(_ key: String, in object: inout ObjectState) {
        if !object.isEmpty { bytes.append(UInt8(ascii: ",")) }
        object.isEmpty = false
        write(key)
        bytes.append(UInt8(ascii: ":"))
    }

    package mutating func endObject() { bytes.append(UInt8(ascii: "}")) }
}

extension JSONValue {
    /// The value as JSON text.
    public var json: String {
        var writer = JSONWriter()
        writer.write(self)
        return writer.text
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON.
    public var description: String { json }
}
