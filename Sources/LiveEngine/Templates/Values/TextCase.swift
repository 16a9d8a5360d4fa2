/// Texts in other cases, as Python's methods make them.
enum TextCase {
    /// Every run of letters with its first one as in titles.
    static func titled(_ text: String) -> String {
        var result = ""
        var isInWord = false
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            result += isInWord ? properties.lowercaseMapping : properties.titlecaseMapping
            isInWord = properties.isCased
        }
        return result
    }

    /// Upper case as lower case and the reverse.
    static func swapped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            result +=
                properties.isUppercase
                ? properties.lowercaseMapping : properties.isLowercase ? properties.uppercaseMapping : String(scalar)
        }
        return result
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
}
