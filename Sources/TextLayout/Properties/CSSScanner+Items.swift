extension CSSScanner {
    /// What a block of a style sheet holds.
    enum Item {
        /// - Parameter place: The byte of the text where it starts.
        case declaration(name: String, value: String, place: Int)
        /// What stands before the `{` of a rule, where the scanner is then.
        case rule(prelude: String, place: Int)
        /// An at-rule starts where the scanner is.
        case atRule
    }

    /// The next thing in a block; nil at its end, which is consumed.
    mutating func takeItem() -> Item? {
        while true {
            skipBlanks()
            guard let byte = peek else { return nil }
            switch UnicodeScalar(byte) {
            case "}":
                advance()
                return nil
            case ";":
                advance()
            case "{":
                skipBlock()
            case "@":
                return .atRule
            default:
                let start = place
                let text = takePrelude()
                if peek == UInt8(ascii: "{") {
                    // The value of a custom property may be a block, which means nothing here.
                    guard text.hasPrefix("--") else { return .rule(prelude: text, place: start) }
                    skipBlock()
                } else if let colon = text.firstIndex(of: ":") {
                    let name = text[..<colon].filter { !$0.isWhitespace }
                    let value = text[text.index(after: colon)...].drop { $0.isWhitespace }
                    // Custom properties are told apart by case too.
                    return .declaration(
                        name: name.hasPrefix("--") ? name : name.lowercased(), value: String(value), place: start)
                }
            }
        }
    }
}
