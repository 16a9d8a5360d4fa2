import LiveProtocol
import Testing

@testable import Markup

@Suite struct RenderedTests {
    @Test func `values print as people read them, and nothing as nothing`() {
        let (nothing, word): (String?, String?) = (nil, "word")
        #expect(("\(nothing)|\(word)|\(nil as Int?)|\(7 as Int?)" as Rendered).html == "|word||7")
        #expect(
            ("\(true) \(false) \(1.5) \(1e20) \(UInt8.max) \(Character("x"))" as Rendered).html
                == "true false 1.5 1e+20 255 x")
    }

    @Test func `text is escaped in text and in attributes, markup of one's own is not`() {
        let text = #"<b class="x">'&'</b>"#
        let escaped = "&lt;b class=&#34;x&#34;&gt;&#39;&amp;&#39;&lt;/b&gt;"
        #expect(("\(text)" as Rendered).html == escaped)
        #expect((#"<i \#(attribute: "title", text)>"# as Rendered).html == #"<i title="\#(escaped)">"#)
        #expect(("\(raw: text)" as Rendered).html == text)
    }

    @Test func `a literal that a closure gives is markup, without saying so`() {
        let words = ["a", "<"]
        let pairs = [(key: "k", value: "v")]
        let (word, nothing): (String?, String?) = ("<", nil)
        #expect(("\(words.map { "<li>\($0)</li>" })" as Rendered).html == "<li>a</li><li>&lt;</li>")
        #expect(
            (#"\#(pairs.map { key, value in #"<p class="\#(key)">\#(value)</p>"# })"# as Rendered).html
                == #"<p class="k">v</p>"#)
        #expect(
            ("\(word.map { "<b>\($0)</b>" })\(nothing.map { "<b>\($0)</b>" })" as Rendered).html == "<b>&lt;</b>")
        #expect(("\(word)\(word.map { $0 + "&" })\(nothing)" as Rendered).html == "&lt;&lt;&amp;")
    }

    @Test func `a node stands within a node, under a condition, or in a list`() {
        let inner: Rendered = "<i>in</i>"
        #expect(("a\(inner)b\(nil as Rendered?)c" as Rendered).html == "a<i>in</i>bc")
        #expect(("\(if: true, "yes")\(if: false, "yes")\(if: false, "yes", else: "no")" as Rendered).html == "yesno")
        #expect(
            ("\([1, 2].map { "<li>\($0)</li>" as Rendered })\([] as [Rendered])" as Rendered).html
                == "<li>1</li><li>2</li>")
    }
}
