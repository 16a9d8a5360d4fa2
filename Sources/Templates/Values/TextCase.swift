import Basics
import Markup

/// Texts in other cases, as Python's methods make them.
enum TextCase {
    /// Lower case, with a sigma at the end of a word in its form for there.
    static func lowered(_ text: String) -> String {
        if let lowered = ascii(text, { _, byte in byte.asciiLowercased }) { return lowered }
        guard text.unicodeScalars.contains("Σ") else { return text.lowercased() }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.map { lowered(scalars, at: $0) }.joined()
    }

    /// The first scalar as in titles, and the others in lower case.
    static func capitalized(_ text: String) -> String {
        if let capitalized = ascii(text, { $0 == 0 && $1.isASCIILetter ? $1 & ~0x20 : $1.asciiLowercased }) {
            return capitalized
        }
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.map { index in
            index == 0 ? scalars[0].properties.titlecaseMapping : lowered(scalars, at: index)
        }.joined()
    }

    /// Every run of letters with its first one as in titles.
    static func titled(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = ""
        var isInWord = false
        for index in scalars.indices {
            result += isInWord ? lowered(scalars, at: index) : scalars[index].properties.titlecaseMapping
            isInWord = scalars[index].properties.isCased
        }
        return result
    }

    /// Upper case as lower case and the reverse.
    static func swapped(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        return scalars.indices.map { index in
            let properties = scalars[index].properties
            if properties.isUppercase { return lowered(scalars, at: index) }
            return properties.isLowercase ? properties.uppercaseMapping : String(scalars[index])
        }.joined()
    }

    /// The form in which texts compare whatever their case: lower case, but for letters that fold into several.
    static func folded(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "ß", "ẞ": result += "ss"
            case "ς": result += "σ"
            default: result += scalar.properties.lowercaseMapping
            }
        }
        return result
    }

    /// The text with each byte changed by its place and what it is; nil when the text is not ASCII.
    private static func ascii(_ text: String, _ change: (Int, UInt8) -> UInt8) -> String? {
        text.withBytes { bytes in
            guard bytes.reduce(0, |) < 0x80 else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { target in
                for index in bytes.indices { target[index] = change(index, bytes[index]) }
                return bytes.count
            }
        }
    }

    private static func lowered(_ scalars: [Unicode.Scalar], at index: Int) -> String {
        guard scalars[index] == "Σ" else { return scalars[index].properties.lowercaseMapping }
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        return before?.properties.isCased == true && after?.properties.isCased != true ? "ς" : "σ"
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter of any script.
    var isLetter: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
