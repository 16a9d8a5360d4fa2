import Markup

/// Python's and Jinja2's way of finding addresses in text, to make links of them.
struct Links {
    var trimLimit: Int?
    var rel: String?
    var target: String?
    var extraSchemes: [String] = []

    /// The HTML with links around its addresses.
    func linked(_ html: String) -> String {
        var result = ""
        var word = String.UnicodeScalarView()
        for scalar in html.unicodeScalars {
            if TemplateText.isSpace(scalar) {
                if !word.isEmpty { result += linked(word: String(word)) }
                word = String.UnicodeScalarView()
                result.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        return word.isEmpty ? result : result + linked(word: String(word))
    }

    private func linked(word: String) -> String {
        let parts = WordParts(word)
        let middle = parts.middle
        let link = address(middle).map { href, isWeb in
            isWeb
                ? "<a href=\"\(href)\"\(attributes)>\(trimmed(middle))</a>"
                : "<a href=\"\(href)\">\(href == middle ? String(middle.dropFirst("mailto:".count)) : middle)</a>"
        }
        if let link { return parts.head + link + parts.tail }
        var linked = middle
        for scheme in extraSchemes where linked != scheme && TemplateText.hasPrefix(linked, scheme) {
            linked = "<a href=\"\(linked)\"\(attributes)>\(linked)</a>"
        }
        return parts.head + linked + parts.tail
    }

    private var attributes: String {
        let rel = rel.map { " rel=\"\(HTMLText.escaped($0))\"" } ?? ""
        return rel + (target.map { $0.isEmpty ? "" : " target=\"\(HTMLText.escaped($0))\"" } ?? "")
    }

    private func trimmed(_ address: String) -> String {
        guard let trimLimit, TemplateText.length(address) > trimLimit else { return address }
        let kept = trimLimit < 0 ? max(0, TemplateText.length(address) + trimLimit) : trimLimit
        return TemplateText.prefix(address, kept) + "..."
    }

    /// Where a word leads to, if it is an address.
    private func address(_ word: String) -> (href: String, isWeb: Bool)? {
        if WebAddress.matches(word) {
            let isWhole = word.hasPrefix("https://") || word.hasPrefix("http://")
            return (isWhole ? word : "https://\(word)", true)
        }
        if word.hasPrefix("mailto:"), WebAddress.isMail(word.dropFirst("mailto:".count)) { return (word, false) }
        guard word.utf8.contains(UInt8(ascii: "@")), !word.hasPrefix("www."), !word.hasPrefix("@"),
            !word.utf8.contains(UInt8(ascii: ":")), WebAddress.isMail(word[...])
        else { return nil }
        return ("mailto:\(word)", false)
    }
}

/// A word without the brackets before and the punctuation after it.
private struct WordParts {
    var head = ""
    var middle: String
    var tail = ""

    init(_ word: String) {
        var start = word.startIndex
        while let length = Self.length(of: ["(", "<", "&lt;"], at: start, in: word) {
            start = word.utf8.index(start, offsetBy: length)
        }
        var end = word.endIndex
        while let length = Self.length(of: [")", ">", ".", ",", "&gt;"], before: end, from: start, in: word) {
            end = word.utf8.index(end, offsetBy: -length)
        }
        (head, middle, tail) = (String(word[..<start]), String(word[start..<end]), String(word[end...]))
        for (opening, closing) in [("(", ")"), ("<", ">"), ("&lt;", "&gt;")] { balance(opening, closing) }
    }

    /// Takes brackets that were opened within the word back from its tail.
    private mutating func balance(_ opening: String, _ closing: String) {
        let opened = TemplateText.count(opening, in: middle)
        guard opened > TemplateText.count(closing, in: middle) else { return }
        let moved = min(opened, TemplateText.count(closing, in: tail))
        guard moved > 0 else { return }
        let parts = TemplateText.split(tail, by: closing, limit: moved)
        middle += parts.dropLast().joined(separator: closing) + closing
        tail = parts.last ?? ""
    }

    private static func length(of marks: [String], at place: String.Index, in word: String) -> Int? {
        marks.first { word[place...].utf8.starts(with: $0.utf8) }?.utf8.count
    }

    private static func length(
        of marks: [String], before end: String.Index, from start: String.Index, in word: String
    ) -> Int? {
        marks.first { word[start..<end].utf8.reversed().starts(with: $0.utf8.reversed()) }?.utf8.count
    }
}
