import Basics

/// What pieces of HTML mean by themselves, read without building a tree.
package enum HTMLSyntax {
    /// The text that a piece of HTML stands for; nil when it holds more than text, or when what follows it could change
    /// its meaning, as after `&am`.
    package static func text(of html: String) -> String? {
        read(html, isInAttribute: false) { $0 == .lessThan }
    }

    /// The value that a piece of HTML stands for between the quotation marks of an attribute; nil when it ends the value,
    /// or when what follows it could change its meaning.
    package static func attributeValue(of html: String, quotedBy quote: UInt8) -> String? {
        read(html, isInAttribute: true) { $0 == quote }
    }

    /// The attributes that a piece of HTML stands for inside a start tag, in order and without repetitions; nil when it
    /// ends the tag.
    package static func attributes(of html: String) -> [Attribute]? {
        if html.utf8.allSatisfy(\.isHTMLSpace) { return [] }
        var tokenizer = Tokenizer(Array("<a \(html) >".utf8))
        guard case .startTag(let tag) = tokenizer.next(allowsCharacterData: false), !tag.isSelfClosing,
            tokenizer.next(allowsCharacterData: false) == .endOfInput
        else { return nil }
        return tag.attributes
    }

    /// Whether HTML ends within what may be a character reference.
    package static func endsInReference(_ html: some Sequence<UInt8>) -> Bool {
        var isInReference = false
        for byte in html {
            isInReference = byte == .ampersand || (isInReference && (byte.isASCIIAlphanumeric || byte == .numberSign))
        }
        return isInReference
    }

    private static func read(_ html: String, isInAttribute: Bool, until isEnd: (UInt8) -> Bool) -> String? {
        var hasReference = false
        for byte in html.utf8 {
            if isEnd(byte) || byte == .null || byte == .carriageReturn { return nil }
            if byte == .ampersand { hasReference = true }
        }
        guard hasReference else { return html }
        let input = Array(html.utf8)
        guard !endsInReference(input) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(input.count)
        var place = 0
        while place < input.count {
            if input[place] == .ampersand,
                let reference = CharacterReference(at: place, of: input, isInAttribute: isInAttribute)
            {
                reference.write(to: &output)
                place += reference.length
            } else {
                output.append(input[place])
                place += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
