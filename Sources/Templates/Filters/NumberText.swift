import Basics

/// Reads numbers from text, as Python's `int` and `float` do.
enum NumberText {
    static func integer(_ text: String, base: Int) -> Int? {
        guard (2...36).contains(base) else { return nil }
        var digits = TemplateText.trimmed(text).lowercased()
        let isNegative = digits.hasPrefix("-")
        if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
        for (prefix, prefixBase) in [("0x", 16), ("0o", 8), ("0b", 2)] where base == prefixBase {
            if digits.hasPrefix(prefix) { digits = String(digits.dropFirst(2)) }
        }
        guard let clean = withoutSeparators(digits),
            clean.utf8.first.map({ $0.isASCIIAlphanumeric }) == true
        else { return nil }
        return Int((isNegative ? "-" : "") + clean, radix: base)
    }

    static func double(_ text: String) -> Double? {
        guard let clean = withoutSeparators(TemplateText.trimmed(text)), !clean.isEmpty,
            clean.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }),
            !clean.lowercased().contains("x"), !clean.lowercased().contains("p")
        else { return nil }
        return Double(clean)
    }

    /// The text without `_` between digits; nil when one stands elsewhere.
    private static func withoutSeparators(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        guard text.first != "_", text.last != "_", !text.contains("__") else { return nil }
        return text.filter { $0 != "_" }
    }
}
