import LiveProtocol
import TextLayout

/// How the styles of cells are written in a trace.
enum TraceStyle {
    private static let words: [(word: String, attribute: CellStyle.Attributes)] = [
        ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
        ("struck", .strikethrough),
    ]

    static func words(of attributes: CellStyle.Attributes) -> [String] {
        words.filter { attributes.contains($0.attribute) }.map(\.word)
    }

    static func attributes(of written: [String]) -> CellStyle.Attributes {
        CellStyle.Attributes(words.filter { written.contains($0.word) }.map(\.attribute))
    }

    /// A number of the terminal's palette, `#rrggbb`, or the name of a role; nil for the terminal's own colour.
    static func value(of color: Color) -> JSONValue? {
        switch color {
        case .standard: nil
        case .role(let role): .string(role.name)
        case .palette(let number): .integer(Int(number))
        case .rgb(let red, let green, let blue):
            .string("#" + [red, green, blue].map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined())
        }
    }

    /// Nil for what is no colour.
    static func color(of value: JSONValue?) -> Color? {
        switch value {
        case nil, .null: return .standard
        case .integer(let number): return (0...255).contains(number) ? .palette(UInt8(number)) : nil
        case .string(let text):
            if let role = ColorRole(name: text) { return .role(role) }
            guard text.utf8.count == 7, text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16) else {
                return nil
            }
            return .rgb(
                red: UInt8(number >> 16 & 0xFF), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
        default: return nil
        }
    }
}

extension Duration {
    /// Whole microseconds, as traces count time.
    var microseconds: Int {
        let (product, isTooMuch) = Int(components.seconds).multipliedReportingOverflow(by: 1_000_000)
        return isTooMuch ? .max : product &+ Int(components.attoseconds / 1_000_000_000_000)
    }
}
