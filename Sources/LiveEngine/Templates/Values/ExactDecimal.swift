/// Decimal digits of a binary number, exact, whatever the locale.
enum ExactDecimal {
    /// The number with so many digits after the point; halves go to the even digit.
    ///
    /// - Parameter places: 0 to 100.
    static func fixed(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        var text: [UInt8] = value.sign == .minus ? [UInt8(ascii: "-")] : []
        let digits = scaled(value.magnitude, places: places)
        text.reserveCapacity(digits.count + places + 2)
        let zeros = max(0, places + 1 - digits.count)
        for index in 0..<(zeros + digits.count) {
            if index == zeros + digits.count - places { text.append(UInt8(ascii: ".")) }
            text.append(UInt8(ascii: "0") + (index < zeros ? 0 : digits[index - zeros]))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The number rounded to so many decimal places; below zero, to tens, hundreds and so on.
    static func rounded(_ value: Double, places: Int) -> Double {
        guard value.isFinite, abs(places) <= 400 else { return places < 0 && value.isFinite ? 0 : value }
        guard places < 0 else { return Double(fixed(value, places: min(places, 100))) ?? value }
        // Halves of a power of ten are exact for whole numbers, which is where they matter.
        let unit = FloatingPointMath.power(10, Double(-places))
        return (value / unit).rounded(.toNearestOrEven) * unit
    }

    /// The digits of `value * 10^places`, rounded to a whole number.
    private static func scaled(_ value: Double, places: Int) -> [UInt8] {
        guard value > 0 else { return [0] }
        let exponent = Int(value.exponent) - 52
        let significand = UInt64(value.significandBitPattern) | (value.isSubnormal ? 0 : 1 << 52)
        let shift = value.isSubnormal ? -1074 : exponent
        if shift < 0, places <= 22 { return small(UInt128(significand) * power(places), shift: -shift) }
        var number = BigDecimalDigits(significand)
        for _ in 0..<places { number.multiply(by: 10) }
        if shift >= 0 {
            for _ in 0..<shift { number.multiply(by: 2) }
        } else {
            number.shiftRight(by: -shift)
        }
        return number.digits
    }

    private static func power(_ exponent: Int) -> UInt128 {
        var result: UInt128 = 1
        for _ in 0..<exponent { result *= 10 }
        return result
    }

    /// The digits of a number divided by a power of two; 53 bits times 10^22 always fit.
    private static func small(_ number: UInt128, shift: Int) -> [UInt8] {
        guard shift < 128 else { return [0] }
        var quotient = number >> UInt128(shift)
        let remainder = number - quotient << UInt128(shift)
        let half = UInt128(1) << UInt128(shift - 1)
        if remainder > half || (remainder == half && quotient & 1 == 1) { quotient += 1 }
        let text = UInt64(exactly: quotient).map { String($0) } ?? String(quotient)
        return text.utf8.map { $0 - UInt8(ascii: "0") }
    }
}
