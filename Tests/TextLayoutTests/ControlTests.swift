import HTMLTree
import Testing

@testable import TextLayout

/// Form controls, focus, caret and clicks.
@Suite struct ControlTests {
    @Test func `a file input shows each file that is chosen in it`() throws {
        let picture = Picture("<p>Papers <input type=file multiple></p>", columns: 60, rows: 2)
        picture.document.setFiles(
            [ChosenFile(name: "a\u{1B}.txt", size: 12_345), ChosenFile(name: "photo.png", size: 3)],
            of: try picture.node("input"))
        picture.update()
        #expect(
            picture.text
                == "Papers [ Choose files… ]  a␛.txt 12 kB\n                          photo.png 3 B")
    }

    @Test(arguments: [
        ("<label>Name <input value=Ada size=6></label>", "Name [Ada   ]"),
        ("<input placeholder='Your name' size=12>", "[Your name   ]"),
        ("<input type=password value=secret size=8>", "[••••••  ]"),
        ("<input type=checkbox checked> <input type=checkbox>", "[x] [ ]"),
        ("<input type=radio name=r checked> <input type=radio name=r>", "(•) ( )"),
        ("<select><option>Norway<option selected>Japan</select>", "[Japan  ▾]"),
        ("<select multiple><option selected>red<option>green</select>", "[x] red\n[ ] green"),
        ("<select size=2><option>red<option selected>green</select>", "( ) red\n(•) green"),
        (
            "<button>Save <b>it</b></button> <input type=submit> <input type=reset value=No>",
            "[ Save it ] [ Submit ] [ No ]"
        ),
        ("<button aria-label=Close></button>", "[ Close ]"),
        ("<input type=hidden value=x>y", "y"),
        ("<progress value=3 max=5 style='width:17ch'></progress>", "[██████░░░░] 60%"),
        ("<meter value=1 min=0 max=4 style='width:15ch'></meter>", "[██░░░░░░] 25%"),
        ("<progress max=nan value=inf></progress>", "[░░░░░░░░░░░░░░░░░░░░] …"),
        ("<input type=file>", "[ Choose file… ]  no file chosen"),
        ("<input type=file multiple>", "[ Choose files… ]  no file chosen"),
        ("<input type=file style='width:20ch'>", "[ Choose file… ]\nno file chosen"),
        ("<input type=range value=50 style='width:15ch'>", "├───●───┤ 50"),
        (
            "Bio <textarea cols=7 rows=2>one two three</textarea>",
            "    ╭───────╮\nBio │one two│\n    │three  │\n    ╰───────╯"
        ),
        (
            "<fieldset><legend>Who</legend><input size=4></fieldset>",
            "╭─ Who ────────────────────────────────╮\n│ [    ]                               │\n╰──────────────────────────────────────╯"
        ),
        ("<input value='a\u{1B}b\u{202E}' size=16>", "[a␛b‹202E›       ]"),
    ])
    func `controls are told by their shape`(html: String, expected: String) {
        #expect(Picture(html, columns: 40).text == expected)
    }

    @Test(arguments: [(0, 1, "[abcdefgh›"), (8, 8, "‹bcdefghi›"), (26, 8, "‹tuvwxyz ]")])
    func `a field scrolls so that the caret is in it`(offset: Int, column: Int, expected: String) throws {
        let picture = Picture("<input size=8 value=abcdefghijklmnopqrstuvwxyz>", columns: 40)
        let field = try picture.node("input")
        picture.document.setActiveElement(field)
        picture.document.setSelection(offset..<offset, of: field)
        picture.update()
        #expect(picture.text == expected)
        #expect(picture.page.cursor == Position(column: column, row: 0))
    }

    @Test func `the caret of a text area stands where its text is broken`() throws {
        let picture = Picture("<textarea cols=7 rows=2>one two three</textarea>", columns: 40)
        let area = try picture.node("textarea")
        picture.document.setActiveElement(area)
        picture.document.setSelection(10..<10, of: area)
        picture.update()
        #expect(picture.page.cursor == Position(column: 3, row: 2))
        #expect(picture.page.caretOffset(at: Position(column: 2, row: 1), in: area) == 1)
        #expect(picture.page.caretOffset(at: Position(column: 30, row: 2), in: area) == 13)
    }

    @Test func `a click into wide text means the character under it`() throws {
        let picture = Picture("<p>Name <input size=8 value='日本x'></p>", columns: 40)
        let field = try picture.node("input")
        #expect(picture.page.caretOffset(at: Position(column: 8, row: 0), in: field) == 1)
        #expect(picture.page.caretOffset(at: Position(column: 10, row: 0), in: field) == 2)
        #expect(picture.page.caretOffset(at: Position(column: 14, row: 0), in: field) == 3)
    }

    @Test func `the focus stands out on buttons, and disabled controls have no ground`() throws {
        let picture = Picture("<button>Go</button> <button disabled>No</button>", columns: 40)
        picture.document.setActiveElement(try picture.node("button"))
        picture.update()
        #expect(try picture.style(of: "Go").background == .role(.focus))
        let disabled = try picture.style(of: "No")
        #expect(disabled.foreground == .role(.disabled) && disabled.background == .standard)
    }
}
