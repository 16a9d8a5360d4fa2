import Testing

@testable import TextLayout

/// What is hidden, by whatever means, is not in the picture.
@Suite struct HiddenContentTests {
    private static let hidden = [
        "<input value=SECRET style='display:none'>", "<input value=SECRET class=gone>", "<input value=SECRET hidden>",
        "<textarea class=gone>SECRET</textarea>", "<select class=hidden><option>SECRET</select>",
        "<dialog open class=gone>SECRET</dialog>", "<dialog open style='display: none'>SECRET</dialog>",
        "<dialog>SECRET</dialog>", "<button class=gone>SECRET</button>", "<progress class=gone value=1></progress>",
        "<fieldset style='border:none;margin:0;padding:0'><legend class=gone>SECRET</legend></fieldset>",
        "<table style='margin:0'><caption class=gone>SECRET</caption></table>",
        "<table style='margin:0'><tr class=gone><td>SECRET</table>",
        "<ul style='margin:0'><li class=gone>SECRET</ul>", "<img alt=SECRET class=gone>",
        "<div class='hidden flex'>SECRET</div>", "<div class='flex hidden'>SECRET</div>",
        "<div class='md:block hidden'>SECRET</div>", "<p class=sr-only>SECRET</p>", "<video class=gone></video>",
        "<div class='only:block hidden'>SECRET</div>", "<div class='hidden first:block'>SECRET</div>",
        "<details style='margin:0;padding:0' class=gone><summary>SECRET</summary></details>",
        "<a href=/x class=gone><svg><title>SECRET</title></svg></a>",
    ]

    @Test(arguments: hidden)
    func `it shows nothing of itself`(html: String) {
        #expect(
            Picture("<style>.gone { display: none }</style><div>before</div>\(html)after", columns: 20).text
                == "before\nafter")
    }

    @Test func `a hidden legend is not in the border`() {
        let picture = Picture("<fieldset><legend hidden>Who</legend>x</fieldset>", columns: 12)
        #expect(picture.text == "╭──────────╮\n│ x        │\n╰──────────╯")
    }

    @Test func `what is hidden far down is hidden too`() {
        let deep = String(repeating: "<div>", count: 150)
        let html = deep + "<p hidden>SECRET</p><style>p{}</style><b class='hidden'>SECRET<i>SECRET</i></b>shown"
        #expect(Picture(html, columns: 20).text.contains("shown"))
        #expect(!Picture(html, columns: 20).text.contains("SECRET"))
    }

    @Test(arguments: [
        ("<ul><li class='hidden only:block'>none yet</ul>", true),
        ("<ul><li class='only:block hidden'>none yet</ul>", true),
        ("<ul><li class='hidden only:block'>none yet<li>one</ul>", false),
        ("<div><p class='hidden last:block'>none yet</div>", true),
        ("<div class='hidden md:block'>none yet</div>", false),
    ])
    func `classes that ask for a place among siblings count there`(html: String, isShown: Bool) {
        #expect(Picture(html, columns: 40).text.contains("none yet") == isShown)
    }

    @Test func `what is shown when it is alone goes when another comes, and is back after it`() throws {
        let picture = Picture("<ul><li class='hidden only:block'>none yet</ul>", columns: 40)
        let list = try picture.node("ul")
        let item = picture.document.createElement("li")
        picture.document.append(picture.document.createText("one"), to: item)
        picture.document.append(item, to: list)
        picture.update()
        #expect(picture.text == " • one")
        picture.document.remove(item)
        picture.update()
        #expect(picture.text.contains("none yet"))
    }
}
