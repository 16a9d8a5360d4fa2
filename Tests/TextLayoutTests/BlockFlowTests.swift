import Testing

@testable import TextLayout

/// Blocks, lists, quotes, details and dialogs.
@Suite struct BlockFlowTests {
    @Test(arguments: [
        (
            "<h1>Title</h1><p>One</p><p>Two</p><h2>Part</h2><div>a</div><div>b</div>",
            """
            Title
            ═════

            One

            Two

            Part
            ────

            a
            b
            """
        ),
        (
            "<ul><li>One<li>Two with more words<ul><li>In</ul></ul><ol start=9><li>nine<li>ten</ol>",
            """
             • One
             • Two with more
               words
                ◦ In

             9. nine
            10. ten
            """
        ),
        ("<ol start=1000><li>x<li>y</ol>", "1000. x\n1001. y"),
        ("<ol type=i><li>x<li value=4>y</ol>", " i. x\niv. y"),
        ("<ul class='list-none'><li>x</ul>", "   x"),
        ("<blockquote><p>To be</blockquote><dl><dt>Term<dd>Meaning</dl>", " │ To be\n\nTerm\n    Meaning"),
        ("<details><summary>More</summary><p>hidden</details>", "▸ More"),
        ("<details open><summary>Less</summary><p>shown</details>", "▾ Less\n\n  shown"),
        ("a<hr>b", "a\n\n────────────────────\n\nb"),
        ("<div hidden>x</div><template>y</template><script>z</script><style>w{}</style>v", "v"),
        ("<div>text <div>block</div> more</div>", "text\nblock\nmore"),
        ("<a href=/><div>block in a link</div></a>", "block in a link"),
        ("<div class='border p-2'>x</div>", "╭──────────────────╮\n│ x                │\n╰──────────────────╯"),
        (
            "<dialog open><h3>Sure?</h3><button>Yes</button></dialog><dialog>no</dialog>",
            """
                ╭─────────╮
                │ Sure?   │
                │         │
                │ [ Yes ] │
                ╰─────────╯
            """
        ),
    ])
    func `blocks stand below each other`(html: String, expected: String) {
        #expect(Picture(html, columns: 20).text == expected)
    }

    @Test(arguments: [
        ("<div class='flex justify-between'><b>Left</b><i>Right</i></div>", "Left           Right"),
        ("<div class='flex gap-2'><div>a</div><div>b</div></div>", "a b"),
        ("<div class='flex'><div class=flex-1>a</div><div>b</div></div>", "a                  b"),
        ("<div class='flex flex-col'><div>a</div><div>b</div></div>", "a\nb"),
        ("<div class='flex'><div class=ml-auto>right</div></div>", "               right"),
        ("<div class='flex gap-2'><div>aaaaaaaaaaaa</div><div>bbbbbbbbbbbb</div></div>", "aaaaaaaaaaaa\nbbbbbbbbbbbb"),
        ("<div class='flex flex-row-reverse'><div>a</div><div>b</div></div>", "ba"),
        ("<div class='grid grid-cols-2'><p>a</p><p>b</p><p>c</p></div>", "a         b\nc"),
        ("<div style='display:grid;grid-template-columns:4ch 1fr;'><p>a</p><p>b</p></div>", "a   b"),
        (
            "<div style='display:grid;grid-template-columns:repeat(auto-fill,minmax(9ch,1fr))'><p>a<p>b</div>",
            "a         b"
        ),
        ("<div class='space-y-4'><div>a</div><div>b</div></div>", "a\n\nb"),
        (
            "<div style='width:50%;margin:0 auto;border:1px solid'>x</div>",
            "     ┌────────┐\n     │x       │\n     └────────┘"
        ),
    ])
    func `flex and grid containers share out the columns`(html: String, expected: String) {
        #expect(Picture(html, columns: 20).text == expected)
    }

    @Test(arguments: [
        ("<ul style='display:flex;column-gap:16px'><li>One</li><li>Two</li></ul>", "   One  Two"),
        ("<ul style='display:grid;grid-template-columns:1fr 1fr;padding:0'><li>One<li>Two</ul>", "One       Two"),
        ("<ol class='flex gap-4 p-0'><li>One<li>Two</ol>", "One  Two"),
        ("<ul class='flex flex-col p-0'><li>One<li>Two</ul>", "• One\n• Two"),
        ("<ol class='flex flex-col'><li>One<li>Two</ol>", " 1. One\n 2. Two"),
    ])
    func `items beside each other have no markers in the gaps`(html: String, expected: String) {
        #expect(Picture(html, columns: 20).text == expected)
    }

    @Test func `a list that becomes a row loses its markers`() throws {
        let picture = Picture("<ul style='padding:0'><li>One<li>Two</ul>", columns: 20)
        #expect(picture.text == "• One\n• Two")
        picture.document.setAttribute("class", to: "flex gap-4", of: try picture.node("ul"))
        picture.update()
        #expect(picture.text == "One  Two")
    }

    @Test(arguments: ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<div class=flex>", "<blockquote>"])
    func `elements nested without end are drawn as far as the stack goes`(tag: String) {
        let picture = Picture(String(repeating: tag, count: 20_000) + "deep", columns: 40, rows: 10)
        #expect(picture.page.height >= 1)
    }
}
