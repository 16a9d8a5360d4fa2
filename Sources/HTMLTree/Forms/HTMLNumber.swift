import Basics

/// Floating-point numbers as HTML writes them (WHATWG 2.3.4.3).
package enum HTMLNumber {
    /// The number that a text is; nil unless the whole text is a valid number, such as `-1.5` or `2e3`.
    package static func parse(_ text: String) -> Double? {
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
        let whole = takeDigits(&bytes)
        var fraction = 0
        if bytes.first == UInt8(ascii: ".") {
            bytes.removeFirst()
            fraction = takeDigits(&bytes)
            guard fraction > 0 else { return nil }
        }
        guard whole + fraction > 0 else { return nil }
        if bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") {
            bytes.removeFirst()
            if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
            guard takeDigits(&bytes) > 0 else { return nil }
        }
        guard bytes.isEmpty, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// A number in its shortest form, whole ones without a point.
    package static func text(_ number: Double) -> String {
        if let whole = Int(exactly: number) { return String(whole) }
        return number.description
    }

    private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> Int {
        let digits = bytes.prefix { $0.isASCIIDigit }.count
        bytes.removeFirst(digits)
        return digits
    }
}
