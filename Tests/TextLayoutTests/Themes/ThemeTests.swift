import Testing

@testable import TextLayout

@Suite struct ThemeTests {
    @Test(arguments: Theme.builtInNames)
    func `A theme that is written is the same when it is read`(name: String) throws {
        let theme = try #require(Theme.builtIn(name))
        let reader = ThemeReader(theme.text, name: theme.name)
        #expect(reader.problems.isEmpty)
        for role in ColorRole.allCases { #expect(reader.theme[role] == theme[role], "\(role.name)") }
    }

    @Test func `A file says of some roles what they look like, and the rest is as in the theme it goes on from`() {
        let text = """
            # mine
            base = light
            link = #ff0000 underline   # red
            error=9 on #300
            hint = default
            border = dim
            """
        let reader = ThemeReader(text, name: "mine")
        #expect(reader.problems.isEmpty)
        #expect(reader.theme[.link] == RoleLook(.rgb(red: 255, green: 0, blue: 0), .underline))
        #expect(reader.theme[.error] == RoleLook(.palette(9), on: .rgb(red: 51, green: 0, blue: 0)))
        #expect(reader.theme[.hint] == RoleLook())
        #expect(reader.theme[.border] == RoleLook(.standard, .dim))
        #expect(reader.theme[.heading] == Theme.light[.heading])
        #expect(reader.theme.scheme == .light && !reader.theme.paintsGround)
    }

    @Test func `Who says what the page's ground is gets it`() {
        let theme = ThemeReader("text = #eee on #102030", name: "mine").theme
        #expect(theme.paintsGround)
        let ground = Color.rgb(red: 0x10, green: 0x20, blue: 0x30)
        #expect(theme.resolve(.plain).background == ground)
        #expect(theme.resolve(CellStyle(foreground: .role(.link))).background == ground)
        #expect(theme.resolve(CellStyle(background: .palette(1))).background == .palette(1))
    }

    static let mistakes: [(String, String)] = [
        ("lnk = #fff", "t:1:1: there is no role lnk; did you mean link?"),
        ("\n  link #fff", "t:2:3: expected `role = colour`, such as `link = #7cb7ff underline`"),
        (
            "link = #ggg",
            "t:1:8: #ggg is no colour: write #rrggbb, #rgb, a number of the palette from 0 to 15, or `default`"
        ),
        (
            "link = 16",
            "t:1:8: 16 is no colour: write #rrggbb, #rgb, a number of the palette from 0 to 15, or `default`"
        ),
        (
            "link = #fff on",
            "t:1:13: on is no colour: write #rrggbb, #rgb, a number of the palette from 0 to 15, or `default`"
        ),
        ("link = #fff blod", "t:1:13: blod is neither a colour nor an attribute; did you mean bold?"),
        ("link = #fff\nlink = #000", "t:2:1: link is told again; line 1 told it first, and stands"),
        ("link =", "t:1:1: nothing is said of link: write a colour, an attribute, or `default`"),
        ("base = drak", "t:1:8: there is no theme drak; did you mean dark?"),
        ("link = #fff\nbase = dark", "t:2:1: `base` has to come before all roles"),
        ("link = \u{1B}[31m", "t:1:8: ␛[31m is neither a colour nor an attribute"),
    ]

    @Test(arguments: mistakes)
    func `A mistake is told with its place and what was meant`(text: String, message: String) {
        let reader = ThemeReader(text + "\nheading = #123456", name: "t")
        #expect(reader.problems.map { $0.message(in: "t") } == [message])
        #expect(reader.theme[.heading] == RoleLook(.rgb(red: 0x12, green: 0x34, blue: 0x56)))
    }

    @Test func `A file of any length is read no further than a theme goes`() {
        let reader = ThemeReader(String(repeating: "x\n", count: 100_000), name: "t")
        #expect(reader.problems.count == 501)
    }

    @Test func `Brackets are seen in fields, and vanish in louder surfaces`() {
        func bracket(on role: ColorRole, _ theme: Theme) -> CellStyle {
            theme.resolve(CellStyle(foreground: .role(.edge), background: .role(role)))
        }
        let field = bracket(on: .field, .dark)
        #expect(field.foreground == Theme.dark[.edge].foreground)
        let primary = bracket(on: .primary, .dark)
        #expect(primary.foreground == primary.background)
        let focused = bracket(on: .fieldFocus, .dark)
        #expect(focused.foreground != focused.background)
        let plain = bracket(on: .field, .monochrome)
        #expect(plain == .plain)
    }

    @Test func `Pages, frames and texts know nothing of the theme`() throws {
        let picture = Picture("<h1>A</h1><form><input value=b><button>C</button></form>", columns: 40)
        let frame = picture.frame()
        #expect(frame.resolved(by: .dark) != frame.resolved(by: .light))
        #expect(frame.resolved(by: .dark).text == frame.text)
        #expect(try picture.style(of: "C").background == .role(.primary))
        #expect(try picture.style(of: "A").foreground == .role(.title))
    }

    @Test func `The focus is seen whatever colours a page chose`() throws {
        let html = "<style>button, b { color: white; background: navy !important }</style><button>Go <b>on</b></button>"
        let picture = Picture(html, columns: 40)
        picture.document.setActiveElement(try picture.node("button"))
        picture.update()
        #expect(try picture.style(of: "Go").background == .role(.focus))
    }

    @Test func `What stands behind something loses its colours`() {
        var frame = Frame(
            size: Size(columns: 4, rows: 3), fill: Cell(text: "x", style: CellStyle(background: .palette(4))))
        frame.recede(behind: Rect(column: 1, row: 1, columns: 2, rows: 1))
        let behind = CellStyle(foreground: .role(.behind))
        #expect(frame.text == "xxxx\nxxxx\nxxxx")
        #expect(
            frame.row(1).map(\.style) == [behind] + Array(repeating: CellStyle(background: .palette(4)), count: 2) + [
                behind
            ])
        #expect(frame.row(0).allSatisfy { $0.style == behind })
    }
}
