import CLibrary

/// What the C library knows about numbers.
enum FloatingPointMath {
    static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
    /// The logarithm to the base of ten.
    static func logarithm(_ value: Double) -> Double { log10(value) }
}
