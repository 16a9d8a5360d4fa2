import LiveProtocol
import Testing

@testable import Markup

@Suite struct ListDiffTests {
    struct Row: Equatable { var id: Int; var text: String }

    static func rows(_ ids: [Int]) -> [Row] { ids.map { Row(id: $0, text: "row \($0)") } }

    static func list(_ rows: [Row]) -> Rendered {
        "<ul>\(each(rows, by: \.id) { row in "<li>\(row.id) \(row.text)</li>" })</ul>"
    }

    static func change(_ old: [Row], _ new: [Row]) -> KeyedDiff? {
        var writer = DiffWriter(statics: StaticsTable())
        let before = list(old)
        _ = writer.whole(before)
        guard let diff = writer.changes(from: before, to: list(new)), case .node(let node)? = diff.dynamics[0] else {
            return nil
        }
        return node.keyed
    }

    @Test(
        arguments: [
            ([1, 2, 3], [1, 2, 3], nil),
            ([1, 2, 3], [2, 1, 3], KeyedDiff(entries: [0: .move(from: 1), 1: .move(from: 0)], count: 3)),
            ([1, 2, 3], [1, 3], KeyedDiff(entries: [1: .move(from: 2)], count: 2)),
            ([1, 2, 3], [1, 2], KeyedDiff(count: 2)),
            ([1, 2], [], KeyedDiff(count: 0)),
            (
                [1, 2], [1, 2, 3],
                KeyedDiff(entries: [2: .update(NodeDiff(dynamics: [0: .text("3"), 1: .text("row 3")]))], count: 3)
            ),
        ] as [([Int], [Int], KeyedDiff?)])
    func `rows move, go and come by their keys`(_ old: [Int], _ new: [Int], _ diff: KeyedDiff?) {
        #expect(Self.change(Self.rows(old), Self.rows(new)) == diff)
    }

    @Test func `a changed row sends its changed place only`() {
        var new = Self.rows([1, 2, 3])
        new[1].text = "new"
        #expect(
            Self.change(Self.rows([1, 2, 3]), new)
                == KeyedDiff(entries: [1: .update(NodeDiff(dynamics: [1: .text("new")]))], count: 3))
    }

    @Test func `a row that moves and changes says both`() {
        var new = Self.rows([2, 1])
        new[0].text = "new"
        #expect(
            Self.change(Self.rows([1, 2]), new)
                == KeyedDiff(
                    entries: [
                        0: .moveAndUpdate(from: 1, NodeDiff(dynamics: [1: .text("new")])), 1: .move(from: 0),
                    ], count: 2))
    }

    @Test func `one changed row of a thousand costs at most 60 bytes`() throws {
        let old = Self.list(Self.rows(Array(0..<1000)))
        var rows = Self.rows(Array(0..<1000))
        rows[500].text = "changed"
        var writer = DiffWriter(statics: StaticsTable())
        _ = writer.whole(old)
        let change = writer.changes(from: old, to: Self.list(rows))
        let diff = try #require(change)
        #expect(Diff(root: diff).json.utf8.count <= 60)
    }

    @Test func `rows share the statics of nodes within them`() {
        let list: Rendered = "\(each(0..<3, by: \.self) { row in "<li>\("<b>\(row)</b>" as Rendered)</li>" })"
        var writer = DiffWriter(statics: StaticsTable())
        guard case .node(let node)? = writer.whole(list).dynamics[0] else { return }
        #expect(node.templates.map(\.value.pieces) == [["<b>", "</b>"]])
    }

    @Test func `a memoized row is rendered again only when its value changed`() {
        var rendered = 0
        func list(_ rows: [Row], given: Int = 0) -> Rendered {
            "\(each(memoizing: rows, by: \.id, given: given) { row, _ in rendered += 1; return "<li>\(row.text)</li>" })"
        }
        var rows = Self.rows([1, 2, 3])
        var writer = DiffWriter(statics: StaticsTable())
        let first = list(rows)
        _ = writer.whole(first)
        #expect(rendered == 3)
        rows[1].text = "new"
        rows.swapAt(0, 2)
        let second = list(rows)
        _ = writer.changes(from: first, to: second)
        #expect(rendered == 4)
        let third = list(rows, given: 1)
        _ = writer.changes(from: second, to: third)
        #expect(rendered == 7)
    }
}
