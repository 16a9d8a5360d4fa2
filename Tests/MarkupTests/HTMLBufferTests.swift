import Testing

@testable import Markup

@Suite struct HTMLBufferTests {
    private func text(_ fill: (inout HTMLBuffer) -> Void) -> String {
        var buffer = HTMLBuffer()
        fill(&buffer)
        return buffer.text
    }

    @Test func `nothing appended is no text`() { #expect(text { _ in } == "") }

    @Test(
        arguments: [
            ("", ""), ("plain", "plain"), ("a < b", "a &lt; b"), ("<&>\"'", "&lt;&amp;&gt;&#34;&#39;"),
            ("é → 🚢", "é → 🚢"), ("<\u{301}", "&lt;\u{301}"), ("\0", "\0"),
        ])
    func `special characters become references`(source: String, escaped: String) {
        #expect(text { $0.appendEscaped(source) } == escaped)
        #expect(HTMLText.escaped(source) == escaped)
    }

    @Test func `HTML is added as it is`() {
        #expect(text { $0.append("<b>") } == "<b>")
    }

    @Test(arguments: [0, 7, 10, -1, -10, 999, 1000, Int.max, Int.min])
    func `numbers are written in decimal`(number: Int) {
        #expect(text { $0.append(number) } == "\(number)")
    }

    @Test(arguments: [4095, 4096, 4097, 20_000])
    func `a text of any length is escaped`(length: Int) {
        let source = String(repeating: "'", count: length)
        #expect(text { $0.appendEscaped(source) } == String(repeating: "&#39;", count: length))
    }

    @Test func `what is there stays while more comes`() {
        var expected = ""
        let grown = text { buffer in
            for number in 0..<2000 {
                buffer.append(number)
                buffer.appendEscaped(">")
                expected += "\(number)&gt;"
            }
        }
        #expect(grown == expected)
    }
}
