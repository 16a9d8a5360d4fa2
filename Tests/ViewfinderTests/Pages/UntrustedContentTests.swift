import LiveEngine
import Markup
import Testing
import TextLayout

/// Shows a text that somebody else wrote.
private struct QuoteView: LiveView {
    struct Context: LiveContext {
        var text = ""
    }

    let text: String

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.context.text = text
        socket.title = text
        socket.putFlash("info", text)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        \(meta.flash.map { key, message in
            #"<p class="\#(key)" phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(message)</p>"# as Rendered
        })
        <p title="\(context.text)">\(context.text)</p>
        <pre>\(context.text)</pre>
        <input name="text" value="\(context.text)">
        """
    }
}

@Suite("What others wrote")
struct UntrustedContentTests {
    @Test(
        "reaches no cell with control characters, escapes or bidi overrides in it",
        arguments: [
            "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "a\u{0}b\u{8}c\u{7F}", "\u{9B}2J", "x\u{202E}gpj.exe",
            "\u{2066}isolate\u{2069}", "\u{FEFF}mark", "tab\tand\r\nlines",
        ])
    func control(text: String) {
        let bench = Bench(QuoteView(text: text))
        for cell in bench.simulator.frame().cells {
            for scalar in cell.text.unicodeScalars {
                #expect(scalar.properties.generalCategory != .control)
                #expect(!(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
            }
        }
    }

    @Test("stays text, whatever markup it holds")
    func markup() {
        let bench = Bench(QuoteView(text: #"<b>"x"</b><script>alert('&amp;')</script>"#))
        #expect(bench.text.contains(#"<b>"x"</b>"#))
        #expect(!bench.simulator.client.document.innerHTML(of: bench.simulator.client.document.root).contains("<b>"))
    }

    @Test("may be a line of a million letters")
    func long() {
        let bench = Bench(QuoteView(text: String(repeating: "wide名", count: 200_000)))
        #expect(bench.simulator.pageHeight > 10_000)
        #expect(bench.text.contains("wide名wide名"))
    }
}
