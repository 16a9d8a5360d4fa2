/// What a number field takes of what is typed: digits, a sign, a decimal point, and an exponent, as browsers do.
enum NumberText {
    /// The characters that can be part of a number, and those that cannot.
    static func sorted(_ text: some StringProtocol) -> (taken: String, refused: String) {
        var (taken, refused) = ("", "")
        for character in text {
            if character.isASCII, character.isNumber || "+-.eE".contains(character) {
                taken.append(character)
            } else {
                refused.append(character)
            }
        }
        return (taken, refused)
    }
}
