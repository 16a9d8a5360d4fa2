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
