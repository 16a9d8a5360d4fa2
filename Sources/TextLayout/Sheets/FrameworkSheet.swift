/// The sheets that Tailwind makes, which are meant for pixels.
///
/// What they say of bare elements undoes what a terminal shows, and their utility classes mean something in cells already
/// (`UtilityClasses`), with no more blanks than a terminal has room for. So of such rules only the variables count.
enum FrameworkSheet {
    /// How far into the text its first comment is looked for.
    private static let headLength = 400

    /// Whether a sheet says in its first comment that it is one.
    static func isOne(_ text: String) -> Bool {
        let head = String(decoding: text.utf8.prefix(headLength), as: UTF8.self)
        guard let mark = head.range(of: "! tailwindcss v") else { return false }
        return head[..<mark].contains("/*")
    }

    /// Whether what a selector selects has a meaning of its own in cells: bare elements, and elements with known classes.
    static func hasOwnMeaning(_ selector: String) -> Bool {
        let classes = classes(in: selector)
        if classes.isEmpty { return !selector.contains("#") }
        return classes.contains(where: UtilityClasses.know)
    }

    /// The names of classes in a selector, with escapes resolved.
    static func classes(in selector: String) -> [String] {
        var names: [String] = []
        var rest = selector[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            var name = ""
            while let character = rest.first {
                if character == "\\" {
                    rest.removeFirst()
                    if let escaped = rest.popFirst() { name.append(escaped) }
                } else if character.isLetter || character.isNumber || character == "-" || character == "_" {
                    name.append(character)
                    rest.removeFirst()
                } else {
                    break
                }
            }
            if !name.isEmpty { names.append(name) }
        }
        return names
    }
}

extension String {
    /// Where a text starts in this one.
    fileprivate func range(of text: String) -> String.Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start }
            start = index(after: start)
        }
        return nil
    }
}
