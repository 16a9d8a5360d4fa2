/// A whole number of any size, by groups of nine decimal digits, for numbers beyond 128 bits.
struct BigDecimalDigits {
    /// The lowest group first.
    private var groups: [UInt64]
    private static let base: UInt64 = 1_000_000_000

    init(_ value: UInt64) {
        groups = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
    }

    mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in groups.indices {
            let product = groups[index] * factor + carry
            groups[index] = product % Self.base
            carry = product / Self.base
        }
        if carry > 0 { groups.append(carry) }
    }

    /// Divides by a power of two; halves go to the even number.
    mutating func shiftRight(by count: Int) {
        var wasHalf = false
        var hadRest = false
        for _ in 0..<count {
            hadRest = hadRest || wasHalf
            var remainder: UInt64 = 0
            for index in groups.indices.reversed() {
                let value = remainder * Self.base + groups[index]
                groups[index] = value / 2
                remainder = value % 2
            }
            wasHalf = remainder == 1
        }
        if wasHalf, hadRest || groups[0] % 2 == 1 { increment() }
    }

    private mutating func increment() {
        for index in groups.indices {
            groups[index] += 1
            if groups[index] < Self.base { return }
            groups[index] = 0
        }
        groups.append(1)
    }

    var digits: [UInt8] {
        var text = ""
        for group in groups.reversed() {
            let part = String(group)
            text += String(repeating: "0", count: 9 - part.utf8.count) + part
        }
        let digits = text.utf8.map { $0 - UInt8(ascii: "0") }
        return Array(digits.drop { $0 == 0 })
    }
}
