/// The methods of strings that ask of what they are made.
enum StringQuestions {
    static let names = [
        "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable",
        "isspace", "istitle", "isupper",
    ]

    static func answer(_ name: String, _ text: String) -> Bool? {
        let scalars = text.unicodeScalars
        switch name {
        case "isalnum": return !text.isEmpty && scalars.allSatisfy { $0.isLetter || $0.properties.numericType != nil }
        case "isalpha": return !text.isEmpty && scalars.allSatisfy(\.isLetter)
        case "isascii": return scalars.allSatisfy(\.isASCII)
        case "isdecimal": return !text.isEmpty && scalars.allSatisfy { $0.properties.numericType == .decimal }
        case "isdigit":
            return !text.isEmpty
                && scalars.allSatisfy { $0.properties.numericType == .decimal || $0.properties.numericType == .digit }
        case "isidentifier":
            guard let first = scalars.first, first == "_" || first.properties.isXIDStart else { return false }
            return scalars.allSatisfy(\.properties.isXIDContinue)
        case "islower": return hasCase(scalars) && !scalars.contains { isUpper($0) }
        case "isnumeric": return !text.isEmpty && scalars.allSatisfy { $0.properties.numericType != nil }
        case "isprintable": return scalars.allSatisfy(PythonText.isPrintable)
        case "isspace": return !text.isEmpty && scalars.allSatisfy(TemplateText.isSpace)
        case "istitle": return isTitle(scalars)
        case "isupper": return hasCase(scalars) && !scalars.contains { $0.properties.isLowercase || isTitleCase($0) }
        default: return nil
        }
    }

    private static func isTitleCase(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .titlecaseLetter
    }

    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUppercase || isTitleCase(scalar)
    }

    private static func hasCase(_ scalars: String.UnicodeScalarView) -> Bool {
        scalars.contains { $0.properties.isLowercase || $0.properties.isUppercase }
    }

    private static func isTitle(_ scalars: String.UnicodeScalarView) -> Bool {
        var isInWord = false
        var hasWord = false
        for scalar in scalars {
            if isUpper(scalar) {
                if isInWord { return false }
                (isInWord, hasWord) = (true, true)
            } else if scalar.properties.isLowercase {
                if !isInWord { return false }
            } else {
                isInWord = false
            }
        }
        return hasWord
    }
}
