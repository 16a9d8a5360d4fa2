import LiveProtocol
import TestSupport
import Testing

@testable import Markup

@Suite struct LiveListTests {
    struct Row: Identifiable, Codable, Equatable, Sendable {
        var id: Int
        var text = ""
    }

    static func rows(_ ids: some Sequence<Int>) -> LiveList<Row> { LiveList(ids.map { Row(id: $0, text: "\($0)") }) }

    @Test func `it is used as an array is`() throws {
        var list: LiveList = [Row(id: 3), Row(id: 1)]
        list.append(Row(id: 2))
        list.sort { $0.id < $1.id }
        #expect(list.map(\.id) == [1, 2, 3])
        list.insert(Row(id: 9), at: 0)
        list.removeAll { $0.id == 2 }
        #expect(list.map(\.id) == [9, 1, 3])
        list.move(from: 0, to: 2)
        list.swapAt(0, 1)
        #expect(list.map(\.id) == [3, 1, 9])
        #expect(list.filter { $0.id > 1 } == [Row(id: 3), Row(id: 9)])
        list[1].text = "b"
        #expect(try JSONValue(encoding: LiveList(list[1...1])) == [["id": 1, "text": "b"]])
        list.replaceAll(with: [Row(id: 7)])
        #expect(list == [Row(id: 7)])
        list.append(contentsOf: Self.rows(8...9))
        #expect(list.count == 3)
    }

    @Test func `elements are found, set, added and removed by their ids`() {
        var list = Self.rows([5, 6, 7])
        #expect(list.index(id: 6) == 1)
        list[id: 6]?.text = "six"
        #expect(list[1].text == "six")
        list[id: 8] = Row(id: 8)
        list[id: 5] = nil
        #expect(list.map(\.id) == [6, 7, 8])
        #expect(list.remove(id: 7)?.text == "7")
        #expect(list.remove(id: 7) == nil)
        #expect(list[id: 5] == nil)
        #expect(list[id: 8] == list[1])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `ids are found whatever was done, in every copy`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var list = Self.rows(0..<20)
        var copy = list
        for step in 0..<60 {
            if step % 7 == 0 { copy = list }
            let index = Int.random(in: 0...list.count, using: &random)
            switch Int.random(in: 0...5, using: &random) {
            case 0: list.append(Row(id: 100 + step))
            case 1: list.insert(Row(id: 100 + step), at: index)
            case 2: if index < list.count { list[index].text += "!" }
            case 3: if index < list.count { list[index] = Row(id: 100 + step) }
            case 4: if index < list.count { list.remove(at: index) }
            default: if !list.isEmpty { list.removeLast() }
            }
            for list in [list, copy] {
                for id in [step, 100 + step, 60 + step] {
                    #expect(list.index(id: id) == list.firstIndex { $0.id == id })
                }
            }
        }
    }

    // MARK: What is rendered and sent

    /// The diff of the list, and the ids of the rows that were rendered for it.
    static func change(
        _ old: LiveList<Row>, _ new: LiveList<Row>, given: (Int, Int) = (0, 0)
    ) -> (diff: KeyedDiff?, rendered: [Int]) {
        var rendered: [Int] = []
        func list(_ rows: LiveList<Row>, _ given: Int) -> Rendered {
            "<ul>\(each(rows, given: given) { row, given in rendered.append(row.id); return "<li>\(row.text)\(given)</li>" })</ul>"
        }
        var writer = DiffWriter(statics: StaticsTable())
        let before = list(old, given.0)
        _ = writer.whole(before)
        rendered = []
        guard let diff = writer.changes(from: before, to: list(new, given.1)), case .node(let node)? = diff.dynamics[0]
        else { return (nil, rendered) }
        return (node.keyed, rendered)
    }

    @Test(arguments: [100, 1_000, 100_000]) func `one changed row is the only one rendered and sent`(_ count: Int) {
        let old = Self.rows(0..<count)
        var new = old
        new[id: count / 2]?.text = "new"
        let change = Self.change(old, new)
        #expect(change.rendered == [count / 2])
        #expect(
            change.diff
                == KeyedDiff(
                    entries: [count / 2: .update(NodeDiff(dynamics: [0: .text("new")]))], count: count))
    }

    @Test func `an element set to an equal value is neither rendered nor sent`() {
        let old = Self.rows(0..<50)
        var new = old
        new[7] = Row(id: 7, text: "7")
        #expect(Self.change(old, new).rendered == [])
        #expect(Self.change(old, new).diff == nil)
        #expect(Self.change(old, Self.rows(0..<50)).rendered == [])
    }

    @Test func `rows that move are moves, and only those that shift are told of`() {
        let old = Self.rows(0..<40)
        var new = old
        new.swapAt(3, 36)
        #expect(Self.change(old, new).rendered == [])
        #expect(Self.change(old, new).diff == KeyedDiff(entries: [3: .move(from: 36), 36: .move(from: 3)], count: 40))
        new = old
        new.move(from: 10, to: 12)
        #expect(
            Self.change(old, new).diff
                == KeyedDiff(entries: [10: .move(from: 11), 11: .move(from: 12), 12: .move(from: 10)], count: 40))
    }

    @Test func `a row that is added or taken away at the end costs nothing else`() {
        let old = Self.rows(0..<40)
        let row = NodeDiff(dynamics: [0: .text("40"), 1: .text("0")])
        #expect(Self.change(old, old + [Row(id: 40, text: "40")]).rendered == [40])
        #expect(
            Self.change(old, old + [Row(id: 40, text: "40")]).diff == KeyedDiff(entries: [40: .update(row)], count: 41))
        #expect(Self.change(old, LiveList(old.dropLast())).diff == KeyedDiff(count: 39))
    }

    @Test func `what all rows are given renders them all`() {
        let old = Self.rows(0..<40)
        #expect(Self.change(old, old, given: (0, 1)).rendered.count == 40)
        #expect(Self.change(old, old, given: (0, 1)).diff?.entries.count == 40)
    }
}
