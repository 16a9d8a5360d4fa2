import Testing

@testable import TextLayout

/// What stands around the rules of a sheet: conditions, layers, other rules.
@Suite struct StyleSheetTests {
    /// Whether a sheet makes `<p class=a>` green on a page of 80 columns.
    private func isGreen(_ sheet: String, media: MediaFeatures = MediaFeatures()) throws -> Bool {
        let picture = Picture("<style>\(sheet)</style><div class=d><p class=a>x", columns: 80)
        if picture.page.use(media: media) { picture.update() }
        return try picture.style(of: "x").foreground == .palette(2)
    }

    @Test(arguments: [
        ("(min-width: 640px)", true), ("(min-width: 641px)", false), ("(max-width: 639px)", false),
        ("(max-width: 40rem)", true), ("(width >= 40rem)", true), ("(width > 40rem)", false),
        ("(30rem <= width < 41rem)", true), ("(30rem<=width<40rem)", false), ("(width = 640px)", true),
        ("screen and (min-width: 1px)", true), ("print", false), ("print, screen", true), ("not print", true),
        ("not all and (min-width: 1px)", false), ("not (min-width: 9000px)", true), ("only screen", true),
        ("(min-width: 1px) and (max-width: 2px)", false), ("(min-width: 9999px) or (width > 1px)", true),
        ("((width > 1px) and (not (width > 9999px)))", true), ("(min-width:1px)and (width<9999px)", true),
        ("(prefers-reduced-motion: reduce)", true), ("(prefers-reduced-motion: no-preference)", false),
        ("(prefers-color-scheme: dark)", false), ("(prefers-color-scheme: light)", false),
        ("(prefers-contrast: more)", false), ("(hover: hover)", false), ("(hover: none)", true), ("(color)", true),
        ("(min-color: 8)", true), ("(monochrome)", false), ("(grid)", true), ("(scripting: enabled)", true),
        ("(height > 1px)", false), ("(unknown: 1)", false), ("(min-width: x)", false), ("(", false), ("", true),
        (String(repeating: "(", count: 3000), false),
    ])
    func `media queries are answered`(query: String, expected: Bool) throws {
        #expect(try isGreen("@media \(query) { p { color: green } }") == expected)
    }

    @Test func `whoever shows the page says what colours it has`() throws {
        let dark = MediaFeatures(colorScheme: .dark, reducesMotion: false, increasesContrast: true, colorBits: 0)
        for (query, expected) in [
            ("(prefers-color-scheme: dark)", true), ("(prefers-color-scheme: light)", false), ("(color)", false),
            ("(monochrome)", true), ("(prefers-contrast: more)", true), ("(prefers-reduced-motion)", false),
        ] {
            #expect(try isGreen("@media \(query) { p { color: green } }", media: dark) == expected, "\(query)")
        }
    }

    @Test(arguments: [
        ("@supports (display: grid) { p { color: green } }", true),
        ("@supports (display: nonsense) { p { color: green } }", false),
        ("@supports not (display: nonsense) { p { color: green } }", true),
        ("@supports selector(:has(a)) { p { color: green } }", true),
        ("@supports selector(:nonsense) { p { color: green } }", false),
        ("@supports (color: oklch(0% 0 0)) and (width: calc(1px + 1%)) { p { color: green } }", true),
        (".d { p { color: green } }", true), (".d { & .a { color: green } }", true),
        (".a { &.b { color: navy } color: green }", true), (".a { .d & { color: green } }", true),
        (".a { color: green; @media print { color: navy } }", true),
        (".a { color: navy; @media (width > 1px) { color: green } }", true),
        (".a { color: navy; &:is(p) { color: green } }", true), (".d { > .a { color: green } }", true),
        (".d, .e { & > .x, & > .a { color: green } }", true), (".d > p { .d & { color: green } }", true),
        (".a { &:focus { color: navy } } p { color: green }", true),
        ("p { color: navy } .d { @layer x { .a { color: red } } } .a { color: green }", true),
        ("@layer one, two; @layer two { p { color: green } } @layer one { .d .a { color: navy } }", true),
        ("@layer one { .d .a { color: navy } } p { color: green }", true),
        ("@layer a { p { color: green } @layer b { .d .a { color: navy } } }", true),
        ("@layer { p { color: navy } } @layer { p { color: green } }", true),
        ("@layer a.b { p { color: navy } } @layer a.c { p { color: green } }", true),
        ("p { --x: { color: red }; color: green }", true), ("@unknown x; p { color: green }", true),
        ("@font-face { a: b } } p { color: green }", true),
        (
            String(repeating: "p { & ", count: 300) + "{ color: navy }" + String(repeating: "}", count: 300)
                + "p { color: green }", true
        ),
        (
            String(repeating: ".a, .b, .c, .d { & & & & ", count: 12) + "{ color: navy }"
                + String(repeating: "}", count: 12) + "p { color: green }", true
        ),
    ])
    func `rules count where what is around them says so`(sheet: String, expected: Bool) throws {
        #expect(try isGreen(sheet) == expected)
    }

    @Test(arguments: [
        ("p:has(b) { color: green }", true), ("p:has(> i) { color: green }", false),
        ("p:is(.a, .b) { color: green }", true), (":where(p) { color: green } p { color: green }", true),
        ("p:not(.a) { color: green }", false), ("div:has(+ div) p, .d:has(.a) p { color: green }", true),
        (":root:has(.a) p { color: green }", true),
    ])
    func `selectors ask for what is inside`(sheet: String, expected: Bool) throws {
        let picture = Picture("<style>\(sheet)</style><div class=d><p class=a>x<b></b>", columns: 80)
        #expect(try (picture.style(of: "x").foreground == .palette(2)) == expected)
    }

    @Test func `of the sheets of a framework only variables and what is not known in cells count`() throws {
        let sheet = """
            /*! tailwindcss v4.1.7 | MIT License */ @layer theme, base, utilities;
            @layer theme { :root { --spacing: .25rem; --brand: green } }
            @layer base { a { color: inherit; text-decoration: inherit } ul { list-style: none; padding: 0 } }
            @layer utilities { .py-20 { padding-block: calc(var(--spacing) * 20) } .mine { color: var(--brand) } }
            """
        let picture = Picture(
            "<style>\(sheet)</style><ul><li><a href=/>x</a></ul><p class=mine>y</p><div class=py-20>z</div>",
            columns: 40)
        #expect(picture.text == " • x\n\ny\n\n\nz")
        #expect(try picture.style(of: "x").attributes == .underline)
        #expect(try picture.style(of: "y").foreground == .palette(2))
    }
}
