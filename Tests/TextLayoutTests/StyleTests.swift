import Testing

@testable import TextLayout

/// The cascade: sheets, utility classes, `style` attributes, message panels.
@Suite struct StyleTests {
    @Test(arguments: [
        ("<p style='color: green'>x", Color.palette(2)),
        ("<p class=text-red-600>x", .palette(1)),
        ("<style>p { color: green } #a { color: navy }</style><p id=a>x", .palette(4)),
        ("<style>#a { color: green } p { color: navy }</style><p id=a>x", .palette(2)),
        ("<style>p { color: green !important }</style><p style='color: navy'>x", .palette(2)),
        ("<style>.b { color: green }</style><p class='b text-red-600'>x", .palette(2)),
        (
            "<style>/* } */ @import url(x); @font-face { a: b } p { color: rgb(255 0 10) }</style><p>x",
            .rgb(red: 255, green: 0, blue: 10)
        ),
        ("<style>p::weird, p { color: #0f0 }</style><p>x", .rgb(red: 0, green: 255, blue: 0)),
        ("<style>@media (min-width: 800px) { p { color: green } }</style><p>x", .standard),
        ("<style>@media (min-width: 100px) { p { color: green } }</style><p>x", .palette(2)),
        ("<style>div { color: green }</style><div><p><b>x</b></div>", .palette(2)),
        ("<style>p { color: #333 }</style><p>x", .standard),
        ("<style>p { color: hsl(120, 100%, 50%) }</style><p>x", .rgb(red: 0, green: 255, blue: 0)),
        ("<style>p { color: green", .palette(2)),
    ])
    func `the strongest declaration wins`(html: String, expected: Color) throws {
        let picture = Picture(html + (html.contains(">x") ? "" : "</style><p>x"), columns: 20)
        #expect(try picture.style(of: "x").foreground == expected)
    }

    @Test(arguments: [
        ("<p class=error phx-click=lv:clear-flash phx-value-key=error>m</p>", "✗ error", ColorRole.error),
        ("<div class='alert alert-success'>m</div>", "✓ success", .success),
        ("<div role=alert class=warning>m</div>", "! warning", .warning),
        (
            "<div id=flash-info phx-click='[[\"push\",{\"event\":\"lv:clear-flash\",\"value\":{\"key\":\"info\"}}]]'>m</div>",
            "i info", .info
        ),
        ("<div class=flash><div class=flash role=alert>m</div></div>", "i info", .info),
        ("<div phx-click=lv:clear-flash phx-value-key=notice>m</div>", "i notice", .info),
    ])
    func `messages are panels that name their kind`(html: String, title: String, role: ColorRole) throws {
        let picture = Picture(html, columns: 24)
        let bar = String(repeating: "─", count: 24 - title.count - 5)
        #expect(picture.text == "╭─ \(title) \(bar)╮\n│ m                    │\n╰──────────────────────╯")
        #expect(try picture.style(of: title).foreground == .role(role))
    }

    @Test func `no two properties have the same name`() {
        let names = StyleProperty.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
    }

    @Test func `a button that clears the flash stays a button`() {
        #expect(Picture("<button phx-click=lv:clear-flash>Clear</button>", columns: 20).text == "[ Clear ]")
    }

    @Test(arguments: [
        ("<p class=sr-only>x</p>", true), ("<p class=hidden>x</p>", false), ("<div hidden><p>x</p></div>", false),
        ("<details><summary>s</summary><p>x</p></details>", false), ("<p style='visibility:hidden'>x</p>", false),
        ("<p class='md:hidden'>x</p>", true), ("<dialog><p>x</p></dialog>", false), ("<p>x</p>", true),
        ("<p class=hidden style='display:block'>x</p>", true),
    ])
    func `styles say what is displayed`(html: String, expected: Bool) throws {
        let picture = Picture(html, columns: 20)
        #expect(picture.page.isDisplayed(try picture.node("p")) == expected)
    }
}
