import CLibrary

/// Decimal digits of a binary number, exact, whatever the locale.
enum ExactDecimal {
    /// The number with so many digits after the point; halves go to the even digit.
    ///
    /// - Parameter places: 0 to 1100.
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
        let digits = rounded(value.magnitude, dropping: -places).map { $0 + UInt8(ascii: "0") }
        let text = String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: -places)
        let number = digits.isEmpty ? 0 : Double(text) ?? 0
        return value.sign == .minus ? -number : number
    }

    /// The first digits of a number, and the power of ten of the first one; halves go to the even digit.
    ///
    /// - Parameters:
    ///   - value: Not below zero.
    ///   - count: 1 or more.
    static func significant(_ value: Double, count: Int) -> (digits: [UInt8], exponent: Int) {
        guard value > 0 else { return (Array(repeating: 0, count: count), 0) }
        var exponent = Int(FloatingPointMath.logarithm(value).rounded(.down))
        // The logarithm may be off by one, and rounding may add a digit.
        while true {
            let places = count - 1 - exponent
            let digits = places >= 0 ? scaled(value, places: places) : rounded(value, dropping: -places)
            if digits.count == count { return (digits, exponent) }
            exponent += digits.count > count ? 1 : -1
        }
    }

    /// The digits of a number rounded to tens, hundreds and so on, without the zeros at the end.
    private static func rounded(_ value: Double, dropping count: Int) -> [UInt8] {
        // Of numbers this large 52 places hold all that there is after the point.
        let all = scaled(value, places: 52)
        let kept = all.count - 52 - count
        guard kept >= 0 else { return [] }
        let half = all[kept]
        let isOdd = kept > 0 && all[kept - 1] % 2 == 1
        let isUp = half > 5 || (half == 5 && (isOdd || all[(kept + 1)...].contains { $0 != 0 }))
        var digits = Array(all[..<kept])
        guard isUp else { return digits }
        for index in digits.indices.reversed() {
            digits[index] = (digits[index] + 1) % 10
            if digits[index] != 0 { return digits }
        }
        return [1] + digits
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
        guard var rest = UInt64(exactly: quotient) else {
            return String(quotient).utf8.map { $0 - UInt8(ascii: "0") }
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(20)
        repeat {
            digits.append(UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        digits.reverse()
        return digits
    }
}

/// What the C library knows about numbers.
enum FloatingPointMath {
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
    /// The logarithm to the base of ten.
    static func logarithm(_ value: Double) -> Double { log10(value) }
}
