/// Decimal numbers as text in Python's forms, whatever the locale.
enum FloatText {
    /// Beyond so many places all digits of any number are zeros.
    private static let placeLimit = 1100

    /// The shortest decimal that is this number: `1234.5`, `1e+16`, `inf`.
    static func shortest(_ value: Double) -> String {
        // Swift writes whole numbers beyond 2^53 with exponents, Python those from 10^16 on.
        guard (9_007_199_254_740_992..<1e16).contains(value.magnitude) else { return value.description }
        return "\(Int(value)).0"
    }

    /// `1234.50`
    ///
    /// - Parameter keepsPoint: Whether a point stands there even without digits after it.
    static func fixed(_ value: Double, places: Int, keepsPoint: Bool = false) -> String {
        let text = ExactDecimal.fixed(value, places: min(places, placeLimit))
        guard value.isFinite else { return text }
        if places == 0 { return keepsPoint ? text + "." : text }
        return text + String(repeating: "0", count: max(0, places - placeLimit))
    }

    /// `1.234500e+03`
    ///
    /// - Parameter keepsPoint: Whether a point stands there even without digits after it.
    static func exponential(_ value: Double, places: Int, keepsPoint: Bool = false) -> String {
        guard value.isFinite else { return ExactDecimal.fixed(value, places: 0) }
        let (digits, exponent) = ExactDecimal.significant(value.magnitude, count: min(places, placeLimit) + 1)
        let zeros = String(repeating: "0", count: max(0, places - placeLimit))
        return exponential(
            sign: value.sign, text(digits) + zeros, exponent, keepsPoint: keepsPoint)
    }

    /// The shorter of both forms for a number of significant digits.
    ///
    /// - Parameters:
    ///   - keepsZeros: Whether zeros at the end stay.
    ///   - addsZero: Whether a whole number ends in `.0`.
    static func general(
        _ value: Double, precision: Int, keepsZeros: Bool = false, addsZero: Bool = false
    ) -> String {
        guard value.isFinite else { return ExactDecimal.fixed(value, places: 0) }
        let precision = max(1, min(precision, placeLimit))
        let (bytes, exponent) = ExactDecimal.significant(value.magnitude, count: precision)
        var digits = text(bytes)
        let needsExponent = exponent < -4 || exponent >= (addsZero ? precision - 1 : precision)
        if !keepsZeros { while digits.utf8.count > 1, digits.last == "0" { digits.removeLast() } }
        if needsExponent { return exponential(sign: value.sign, digits, exponent, keepsPoint: keepsZeros) }
        let sign = value.sign == .minus ? "-" : ""
        guard exponent >= 0 else { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
        let missing = exponent + 1 - digits.utf8.count
        if missing > 0 { digits += String(repeating: "0", count: missing) }
        let fraction = digits.dropFirst(exponent + 1)
        if fraction.isEmpty { return sign + digits + (addsZero ? ".0" : keepsZeros ? "." : "") }
        return sign + digits.prefix(exponent + 1) + "." + fraction
    }

    private static func text(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }

    private static func exponential(
        sign: FloatingPointSign, _ digits: String, _ exponent: Int, keepsPoint: Bool
    ) -> String {
        let point = digits.utf8.count > 1 || keepsPoint ? "." : ""
        let magnitude = String(exponent.magnitude)
        return (sign == .minus ? "-" : "") + digits.prefix(1) + point + digits.dropFirst()
            + (exponent < 0 ? "e-" : "e+") + (magnitude.utf8.count < 2 ? "0" : "") + magnitude
    }
}
