/// Numbers of bytes for people.
package enum FileSize {
    /// A number of bytes in words, as `12.3 kB`.
    package static func text(_ bytes: Double, isBinary: Bool = false) -> String {
        let base: Double = isBinary ? 1024 : 1000
        if bytes == 1 { return "1 Byte" }
        if bytes < base { return "\(ExactDecimal.fixed(bytes.rounded(.towardZero) + 0, places: 0)) Bytes" }
        let letters = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
        var unit = base
        var index = 0
        while bytes >= unit * base, index < letters.count - 1 {
            unit *= base
            index += 1
        }
        let prefix = isBinary ? letters[index].uppercased() + "iB" : letters[index] + "B"
        return ExactDecimal.fixed(bytes / unit, places: 1) + " " + prefix
    }
}
