import Testing

@testable import HTMLTree

struct TokenizingTests {
    @Test(
        "character references stand for characters",
        arguments: [
            ("&amp;&lt;&gt;&quot;&nbsp;", "&<>\"\u{A0}"),
            ("&ampx &copy", "&x \u{A9}"),
            ("&notit; &notin;", "\u{AC}it; \u{2209}"),
            ("&eacute;&Eacute;&bne;&NotEqualTilde;", "\u{E9}\u{C9}=\u{20E5}\u{2242}\u{338}"),
            ("&#65;&#x41;&#X41;&#65", "AAAA"),
            ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&#128;&#x9F;&#x81;", "\u{20AC}\u{178}\u{81}"),
            ("&#; &#x; &; & &unknown; &", "&#; &#x; &; & &unknown; &"),
            ("&CounterClockwiseContourIntegral;", "\u{2233}"),
            ("&zwnj;&zwj;&AElig&zz", "\u{200C}\u{200D}\u{C6}&zz"),
        ])
    func resolvesReferences(html: String, expected: String) {
        #expect(TokenLine.lines(of: Tokenizer(Array(html.utf8))) == [TokenLine.characters(expected)])
    }

    @Test(
        "attributes are read in every form",
        arguments: [
            ("<p a b=c d='e' f=\"g\">", "<p a=\"\" b=\"c\" d=\"e\" f=\"g\">"),
            ("<p A=1 a=2>", "<p a=\"1\">"),
            ("<p a=/b/>", "<p a=\"/b/\">"),
            ("<p/a=1/ b = 2 /c>", "<p a=\"1/\" b=\"2\" c=\"\">"),
            ("<br/>", "<br/>"),
            ("<p a='&lt;&copy=&copy;&amp'>", "<p a=\"<&copy=\u{A9}&\">"),
            ("<p a='x\r\ny\rz'>", "<p a=\"x\ny\nz\">"),
            ("<p =a \"=b>", "<p \"=\"b\" =a=\"\">"),
            ("<P\u{0}É a\u{0}=\u{0}>", "<p\u{FFFD}É a\u{FFFD}=\"\u{FFFD}\">"),
        ])
    func readsAttributes(html: String, expected: String) {
        #expect(TokenLine.lines(of: Tokenizer(Array(html.utf8))) == [expected])
    }

    @Test(
        "what only looks like markup is a comment or text",
        arguments: [
            ("a < b <3 </", ["text a < b <3 </"]),
            ("<!--a-->", ["comment a"]),
            ("<!--a--!><!-->-->", ["comment a", "comment ", "text -->"]),
            ("<!--a-b--", ["comment a-b"]),
            ("<!-a><?b></3c></>", ["comment -a", "comment ?b", "comment 3c"]),
            ("<!doctype html>", ["doctype html - - true"]),
            ("<!DOCTYPE a PUBLIC 'b' \"c\" d>", ["doctype a b c true"]),
            ("<!DOCTYPE a PUBLIC 'b>", ["doctype a b - false"]),
            ("<p a='b", []),
            ("a\u{0}b\rc", ["text a\u{0}b\nc"]),
        ])
    func readsDeclarations(html: String, expected: [String]) {
        #expect(TokenLine.lines(of: Tokenizer(Array(html.utf8))) == expected)
    }

    @Test(
        "every named reference of the table is found by its name, and its spelling without semicolon where that counts")
    func findsEveryName() {
        let entries = NamedReferences.table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
            .split(whereSeparator: { $0 == " " || $0 == "\n" })
        #expect(entries.count == 2125)
        for entry in entries {
            let name = entry.prefix { $0.isLetter || $0.isNumber }
            let values = entry.dropFirst(name.count + 1).split(separator: ",").compactMap { UInt32($0, radix: 16) }
            let found = NamedReferences.longestMatch(in: Array((name + ";").utf8)[...])
            #expect(found?.length == name.count && found?.codePoints.0 == values[0], "\(name)")
            #expect(found?.codePoints.1 == values.dropFirst().first, "\(name)")
            let unfinished = NamedReferences.longestMatch(in: Array((name + " ").utf8)[...])
            let needsSemicolon = entry.dropFirst(name.count).hasPrefix(";")
            #expect(needsSemicolon == (unfinished?.length != name.count), "\(name)")
        }
    }

    @Test("every tag is found by its name")
    func findsEveryTag() {
        for tag in Tag.allCases where tag != .other {
            let name = TagTable.shared.name(of: tag)
            #expect(TagTable.shared.tag(of: PackedName(name.utf8)) == tag)
            let caseName = "\(tag)".lowercased()
            #expect(name.filter { $0 != "-" } == caseName)
        }
        for name in ["", "x", "tablet", "annotation-xmlxx", "a-very-long-name-of-a-custom-element"] {
            #expect(TagTable.shared.tag(of: PackedName(name.utf8)) == .other)
        }
    }

    @Test("bytes that are no UTF-8 become replacement characters")
    func repairsBytes() {
        let document = Document(parsing: [0x61, 0xFF, 0xC3, 0x28] as [UInt8])
        #expect(document.textContent(of: document.root) == "a\u{FFFD}\u{FFFD}(")
    }
}
