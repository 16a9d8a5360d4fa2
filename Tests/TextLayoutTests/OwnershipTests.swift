import HTMLTree
import TestSupport
import Testing

@testable import TextLayout

/// Every cell of a frame is one thing's: nothing shows through anything else.
@Suite struct OwnershipTests {
    @Test(arguments: 0..<150)
    func `no text of a page is drawn over other text`(seed: UInt64) throws {
        var page = RandomHTML(seed: seed)
        let html = page.element(depth: 0) + page.element(depth: 0)
        let columns = Int.random(in: 3...100, using: &page.random)
        let picture = Picture(html, columns: columns)
        var owners: [Position: NodeID] = [:]
        let root = try #require(picture.page.root)
        let whole = Rect(column: 0, row: 0, columns: columns, rows: picture.page.height)
        visit(root, at: whole.origin, in: whole, picture) { run, cells in
            for column in cells.columns {
                let place = Position(column: column, row: cells.origin.row)
                #expect(owners[place] == nil, "\(place) has two owners in \(columns) columns of \(html)")
                owners[place] = run.node
            }
        }
    }

    /// Calls with each run of text, and those of its cells that are painted.
    private func visit(
        _ box: Box, at origin: Position, in area: Rect, _ picture: Picture, _ body: (TextRun, Rect) -> Void
    ) {
        let start = Position(column: origin.column + box.origin.column, row: origin.row + box.origin.row)
        let display = picture.page.styles[box.style].display
        var area = area
        if !display.isTable || display == .tableCell {
            let columns = (start.column..<start.column + box.size.columns).clamped(to: area.columns)
            let rows = (start.row..<start.row + box.size.rows).clamped(to: area.rows)
            area = Rect(column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
        }
        let runs: [TextRun] =
            switch box.content {
            case .lines(let content): content.runs
            case .control(let content): content.runs
            case .boxes, .table: []
            }
        for run in runs {
            let row = start.row + Int(run.row)
            let columns = start.column + Int(run.column)..<start.column + Int(run.column + run.width)
            let cells = columns.clamped(to: area.columns)
            guard !cells.isEmpty, area.rows.contains(row) else { continue }
            body(run, Rect(column: cells.lowerBound, row: row, columns: cells.count, rows: 1))
        }
        for child in box.children where child.size.columns > 0 { visit(child, at: start, in: area, picture, body) }
    }

    @Test(arguments: 0..<60)
    func `what is painted over something covers it whole`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let size = Size(columns: 50, rows: 16)
        var frame = Frame(size: size)
        var layers: [(area: Rect, frame: Frame)] = []
        for number in 0..<Int.random(in: 2...7, using: &random) {
            let isGround = number == 0
            let area =
                isGround
                ? Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
                : Rect(
                    column: Int.random(in: 0..<40, using: &random), row: Int.random(in: 0..<12, using: &random),
                    columns: Int.random(in: 1...10, using: &random), rows: Int.random(in: 1...4, using: &random))
            let style =
                ["", "border:1px solid", "background:navy", "border:double;background:red", "margin:0 2ch"]
                .randomElement(using: &random) ?? ""
            let text = (0..<60).map { _ in ["漢字", "ab", "c", "👩‍🚀", "日"].randomElement(using: &random) ?? "" }
                .joined(separator: [" ", ""].randomElement(using: &random) ?? "")
            let scroll = Int.random(in: 0...2, using: &random)
            let picture = Picture("<div style='\(style)'>\(text)</div>", columns: area.size.columns)
            picture.page.paint(into: &frame, area: area, scroll: scroll)
            var alone = Frame(size: area.size)
            picture.page.paint(
                into: &alone, area: Rect(column: 0, row: 0, columns: area.size.columns, rows: area.size.rows),
                scroll: scroll)
            layers.append((area, alone))
        }
        func owner(_ column: Int, _ row: Int) -> Int? {
            layers.lastIndex { $0.area.contains(Position(column: column, row: row)) }
        }
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                guard let layer = owner(column, row) else { continue }
                let area = layers[layer].area
                var expected = layers[layer].frame[column - area.origin.column, row - area.origin.row]
                // Of a wide character that is covered by half, nothing is left.
                let isLeft = TextWidth.width(of: expected.text) == 2
                if isLeft && owner(column + 1, row) != layer || expected.text.isEmpty && owner(column - 1, row) != layer
                {
                    expected.text = " "
                }
                #expect(frame[column, row] == expected, "\(column),\(row) is of layer \(layer)")
            }
        }
    }
}

/// Random pages of all that is laid out differently.
private struct RandomHTML {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func element(depth: Int) -> String {
        guard depth < 4 else { return words() }
        let style = styles.randomElement(using: &random) ?? ""
        let classes = self.classes.randomElement(using: &random) ?? ""
        let open = { (name: String) in "<\(name) style='\(style)' class='\(classes)'>" }
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1, 2: return open("div") + children(depth) + "</div>"
        case 3: return open("table") + rows(depth) + "</table>"
        case 4: return "<table border=1><caption>\(words())</caption>" + rows(depth) + "</table>"
        case 5: return open("ul") + "<li>\(children(depth))</li><li>\(words())</li></ul>"
        case 6: return open("span") + words() + "</span> "
        case 7: return "<label>\(words())<input type=checkbox></label><input type=radio>\(words())"
        case 8:
            return ["<input size=12>", "<input type=range>", "<progress value=1>", "<select><option>Japan</select>"]
                .randomElement(using: &random) ?? ""
        case 9: return open("button") + words() + "</button>"
        case 10: return "<fieldset><legend>L</legend>\(children(depth))</fieldset>"
        case _: return words()
        }
    }

    private var styles: [String] {
        [
            "", "", "padding:0 6ch", "width:4ch", "white-space:nowrap", "border:1px solid;padding:0 2ch", "width:50%",
            "margin:0 3ch", "text-align:right", "max-width:9ch", "min-width:20ch", "display:inline-block",
        ]
    }

    private var classes: [String] {
        ["", "", "flex gap-2", "flex flex-col", "grid grid-cols-3", "flex justify-between", "truncate", "border p-4"]
    }

    private mutating func words() -> String {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
            ["one", "longer-word", "漢字", "x", "unbreakable", "<b>bold</b>"].randomElement(using: &random) ?? ""
        }.joined(separator: " ")
    }

    private mutating func children(_ depth: Int) -> String {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in element(depth: depth + 1) }.joined()
    }

    private mutating func rows(_ depth: Int) -> String {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let cells = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                let span =
                    ["", "", "", " colspan=2", " rowspan=2", " style='width:0;padding:0 5ch'"]
                    .randomElement(using: &random) ?? ""
                return "<td\(span)>\(Bool.random(using: &random) ? words() : element(depth: depth + 2))</td>"
            }
            return "<tr>" + cells.joined() + "</tr>"
        }.joined()
    }
}
