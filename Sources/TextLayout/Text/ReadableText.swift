/// Makes what a program says to people fit to be read in a terminal, whatever it quotes: names, paths, options, pages.
///
/// What would act on the terminal or deceive the eye becomes a visible symbol, and what is long is cut, which is told.
/// Everything that is printed for people goes through here; what is printed as data for programs does not.
package enum ReadableText {
    /// The longest line, in characters: wider than any frame.
    package static let lineLimit = 1200

    /// The longest text that is quoted within a line.
    package static let quoteLimit = 160

    /// The most that one line of a document that was asked for as it is may have.
    static let documentLineLimit = 100_000

    /// One line: ends of lines in it are shown, too, so that nothing quoted can pass for a line of its own.
    package static func line(_ text: some StringProtocol, limit: Int = ReadableText.lineLimit) -> String {
        VisibleText.make(cut(text, to: limit))
    }

    /// Something quoted in a sentence, short enough to leave the rest of the sentence in sight.
    package static func quote(_ text: some StringProtocol) -> String { line(text, limit: quoteLimit) }

    /// Several lines, each made readable. What quotes was made so before, line by line.
    package static func lines(_ text: String) -> String {
        guard
            text.utf8.contains(where: { $0 >= 0x7F || ($0 < 0x20 && $0 != 0x0A) })
                || text.utf8.count > documentLineLimit
        else {
            return text
        }
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
            .map { line($0, limit: documentLineLimit) }.joined(separator: "\n")
    }

    /// The beginning of a text that is too long, and how much of it is missing.
    private static func cut(_ text: some StringProtocol, to limit: Int) -> String {
        // Bytes are counted first: they are at least as many as characters, and counting them costs nothing.
        guard text.utf8.count > limit, let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
            end < text.endIndex
        else { return String(text) }
        return "\(text[..<end])… (\(text[end...].utf8.count) more bytes)"
    }
}
