import Testing

@testable import TextLayout

@Suite struct TableTests {
    @Test(arguments: [
        (
            """
            <table><caption>People</caption><thead><tr><th>Name<th>Age<th align=right>Sum</thead>
            <tr><td>Ada<td>36<td align=right>1.00<tr><td>Bob<td>7<td align=right>200.50</table>
            """, 40,
            """
            People
            Name  Age     Sum
            ─────────────────
            Ada   36     1.00
            Bob   7    200.50
            """
        ),
        (
            "<table border><tr><th>A<th>B<tr><td>1<td>22</table>", 40,
            """
            ┌───┬────┐
            │ A │ B  │
            ├───┼────┤
            │ 1 │ 22 │
            └───┴────┘
            """
        ),
        (
            "<table><tr><td colspan=2>both of them<td>x<tr><td>a<td>b<td>c</table>", 40,
            "both of them  x\na      b      c"
        ),
        ("<table><tr><td rowspan=2>tall<td>a<tr><td>b</table>", 40, "tall  a\n      b"),
        (
            "<table><tr><td>one two three<td>four five six</table>", 16,
            """
            one two  four
            three    five
                     six
            """
        ),
        ("<table><tr><td>abcdefghij<td>x</table>", 8, "abcde  x\nfghij"),
        ("<table><tr><td>abc<td>def<td>gh</table>", 10, "abc def gh"),
        ("<table><tfoot><tr><td>sum</tfoot><tbody><tr><td>row</table>", 20, "row\n───\nsum"),
        ("<table style='width:100%'><tr><td>a<td>b</table>", 10, "a     b"),
        ("<table></table>after", 10, "after"),
        ("<table><tr></tr><tr><td>a<tr><td></table>x", 10, "a\n\n\nx"),
    ])
    func `columns are as wide as their content asks`(html: String, columns: Int, expected: String) {
        #expect(Picture(html, columns: columns).text == expected)
    }

    @Test(arguments: [
        ("<table><tr><td>Ada<td style='width:0'><a>Edit</a> <a>Delete</a></table>", 76, "Ada  Edit Delete"),
        (
            "<table><tr><td>Ada<td class=w-0><div class='flex gap-4'><a>Edit</a><a>Delete</a></div></table>", 24,
            "Ada  Edit  Delete"
        ),
        (
            "<table><tr><td>Ada Lovelace<td style='width:1px'>Unbreakable</table>", 22,
            "Ada        Unbreakable\nLovelace"
        ),
        (
            "<table><tr><td style='width:6ch'>a<td>b</table>", 20, "a       b"
        ),
    ])
    func `no width that is asked for makes a cell narrower than its words`(html: String, columns: Int, expected: String)
    {
        #expect(Picture(html, columns: columns).text == expected)
    }

    @Test(arguments: [
        (
            String(repeating: "<td style='padding:0 24px;white-space:nowrap'>Confederation", count: 4), 76,
            ["Confederation      Confederation"]
        ),
        (String(repeating: "<td style='padding:0 4ch'>Confederation", count: 4), 59, ["Confederation  Confederation"]),
        (
            String(repeating: "<td><div class='px-8'>Confederation</div>", count: 4), 60,
            ["Confederation  Confederation"]
        ),
    ])
    func `padding shrinks before words break`(cells: String, columns: Int, parts: [String]) {
        let text = Picture("<table><tr>\(cells)</table>", columns: columns).text
        for part in parts { #expect(text.contains(part), "\(text)") }
        #expect(!text.contains("\n"), "\(text)")
    }

    @Test func `padding of any box shrinks before its words break`() {
        let picture = Picture("<div style='padding:0 4ch 0 8ch;border:1px solid'>Confederation</div>", columns: 18)
        #expect(picture.text == "┌────────────────┐\n│  Confederation │\n└────────────────┘")
    }

    @Test(arguments: [
        (
            "<table border=1><caption>Orders</caption><tr><td rowspan=2>r<td colspan=2>c<tr><td>x<td>y</table>", 40,
            """
            Orders
            ┌───┬───────┐
            │ r │ c     │
            │   ├───┬───┤
            │   │ x │ y │
            └───┴───┴───┘
            """
        ),
        (
            "<table border=1><caption>Orders of this and of other years</caption><tr><td>x</table>", 40,
            """
            Orders of this and of other years
            ┌───┐
            │ x │
            └───┘
            """
        ),
        (
            "<table border=1><tr><td colspan=3>head<tr><td>x<td rowspan=2>tall<td>y<tr><td>z<td>w</table>", 40,
            """
            ┌──────────────┐
            │ head         │
            ├───┬──────┬───┤
            │ x │ tall │ y │
            ├───┤      ├───┤
            │ z │      │ w │
            └───┴──────┴───┘
            """
        ),
        (
            "<table border=1><tr><td colspan=100>head<tr><td>x<td>y</table>", 40,
            """
            ┌───────┐
            │ head  │
            ├───┬───┤
            │ x │ y │
            └───┴───┘
            """
        ),
        (
            "<table border=1><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>", 40,
            """
            ┌───┬───┐
            │ a │ b │
            ├───┤   │
            │ c │   │
            └───┴───┘
            """
        ),
        (
            "<style>td { border: 1px solid }</style><table><tr><td>a<td>b<tr><td>c<td>d</table>", 40,
            """
            ┌───┬───┐
            │ a │ b │
            ├───┼───┤
            │ c │ d │
            └───┴───┘
            """
        ),
        (
            "<table style='border:3px double' border=1><tr><td>a<td>b<tr><td>c<td>d</table>", 40,
            """
            ╔═══════╗
            ║ a │ b ║
            ║───┼───║
            ║ c │ d ║
            ╚═══════╝
            """
        ),
    ])
    func `lines go around cells, captions stand above them, and every row is closed`(
        html: String, columns: Int, expected: String
    ) {
        #expect(Picture(html, columns: columns).text == expected)
    }

    @Test(arguments: 3...30)
    func `the frame of a table is closed at any width`(columns: Int) {
        let cells = (0..<5).map { "<td>word\($0)" }.joined()
        let picture = Picture("<table border=1><tr>\(cells)<tr>\(cells)</table>", columns: columns)
        for line in picture.text.split(separator: "\n") {
            #expect("┐┤│┘".contains(line.last ?? " "), "\(picture.text)")
        }
    }

    @Test func `a cell that reaches down is shown though its row is scrolled out of sight`() {
        let rows = (1...6).map { "<tr><td>\($0)" }.joined()
        let picture = Picture("<table><tr><td>0<td rowspan=7>a b c d e f\(rows)</table>", columns: 4, rows: 3)
        #expect(picture.frame().text == "0  a\n1  b\n2  c")
        #expect(picture.frame(scroll: 3).text == "3  d\n4  e\n5  f")
    }

    @Test func `a row is whole though some of its cells are empty`() {
        #expect(Picture("<table><tr><td>Title<td></td></table>", columns: 20).text == "Title")
        #expect(Picture("<table><tr><td>a<td></td><td>b<td></td><td></td></table>", columns: 20).text == "a    b")
    }

    @Test func `a changed cell widens its column in all rows`() throws {
        let picture = Picture("<table><tr><td id=a>1<td>x<tr><td>22<td>y</table>", columns: 20)
        let text = try #require(picture.document.firstChild(of: picture.node("#a")))
        picture.document.setText("long", of: text)
        picture.update()
        #expect(picture.text == "long  x\n22    y")
    }

    @Test func `a changed cell that others outdo touches no other row`() throws {
        let picture = Picture("<table><tr><td id=a>1<td>x<tr><td id=b>2222<td>y</table>", columns: 20)
        let row = try #require(picture.page.builder.table.box(of: picture.node("tr:last-child")))
        row.origin.column = 7
        let text = try #require(picture.document.firstChild(of: picture.node("#a")))
        picture.document.setText("22", of: text)
        picture.update()
        #expect(picture.text == "22    x\n       2222  y")
        picture.document.setText("55555", of: text)
        picture.update()
        #expect(picture.text == "55555  x\n2222   y")
        picture.document.setText("5", of: text)
        picture.update()
        #expect(picture.text == "5     x\n2222  y")
    }
}
