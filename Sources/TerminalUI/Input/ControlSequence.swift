import Basics

/// A control sequence (ECMA-48 5.4): what stands between `ESC [` and its final byte, and that byte.
struct ControlSequence: Equatable {
    /// A leading `<`, `=`, `>` or `?`, which makes the sequence somebody's own.
    var prefix: UInt8?
    /// The numbers between semicolons, of each the first one before a colon; nil where there is none.
    var parameters: [Int?]
    /// What follows the colon of the second parameter: the kind of a key event in the kitty protocol.
    var eventKind: Int?
    /// The byte from 0x20 to 0x2F before the final one, as the `$` of mode reports.
    var intermediate: UInt8?
    var final: UInt8

    /// - Parameter body: The bytes after `ESC [`, the final byte included; not empty.
    init(body: ArraySlice<UInt8>) {
        var rest = body
        final = rest.popLast() ?? 0
        if let first = rest.first, (0x3C...0x3F).contains(first) {
            prefix = first
            rest.removeFirst()
        }
        if let last = rest.last, (0x20...0x2F).contains(last) { intermediate = rest.popLast() }
        let fields = rest.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { field in
            field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Self.number)
        }
        parameters = fields.map { $0.first ?? nil }
        if fields.count > 1, fields[1].count > 1 { eventKind = fields[1][1] }
    }

    func parameter(_ index: Int) -> Int? { parameters.indices.contains(index) ? parameters[index] : nil }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count <= 7 else { return nil }
        var value = 0
        for digit in digits {
            guard digit.isASCIIDigit else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
