import LiveProtocol
import TestSupport
import Testing

@testable import Markup

/// For random operations of a stream, a page that is told of several at once shows what it would show after each alone.
@Suite struct StreamPropertyTests {
    struct Item: Identifiable, Sendable {
        var id: Int
        var text: String
    }

    /// The children of a stream's element, as a page changes them (TheClientsRules.md, "Streams").
    struct Page {
        var children: [Item] = []

        mutating func insert(_ item: Item, at place: Int, updateOnly: Bool = false) {
            if let index = children.firstIndex(where: { $0.id == item.id }) {
                children[index] = item
            } else if !updateOnly {
                children.insert(item, at: place < 0 ? children.count : min(place, children.count))
            }
        }

        mutating func delete(_ id: Int) { children.removeAll { $0.id == id } }

        /// Does what a diff says: the rows come in the order of the list, their places with the inserts.
        mutating func merge(_ node: NodeDiff?) {
            guard let stream = node?.stream else { return }
            if stream.resets { children = [] }
            for id in stream.deletes { delete(Self.number(id)) }
            for (index, row) in node?.keyed?.entries ?? [:] {
                guard case .update(let row) = row, case .text(let text)? = Self.content(row).dynamics[0] else {
                    continue
                }
                let insert = stream.inserts[stream.inserts.count - 1 - index]
                self.insert(
                    Item(id: Self.number(insert.id), text: text), at: insert.at, updateOnly: insert.updateOnly)
            }
        }

        /// The row, which may stand in an empty one as a node of its own.
        private static func content(_ row: NodeDiff) -> NodeDiff {
            if case .node(let node)? = row.dynamics[0] { node } else { row }
        }

        private static func number(_ id: String) -> Int { Int(id.split(separator: "-").last ?? "") ?? -1 }
    }

    @Test func `many operations come out as each on its own`() {
        for seed in 0..<1_500 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var items = LiveStream<Item>("items")
            var (page, expected) = (Page(), Page())
            var old: Rendered?
            for _ in 0..<6 {
                for _ in 0..<Int.random(in: 0...4, using: &random) {
                    Self.operate(on: &items, &expected, using: &random)
                }
                let new: Rendered = "<ul>\(stream(items) { _, item in "<li>\(item.text)</li>" })</ul>"
                var writer = DiffWriter(statics: StaticsTable())
                let diff = old.map { writer.changes(from: $0, to: new) ?? NodeDiff() } ?? writer.whole(new)
                for note in writer.sent { note() }
                if case .node(let node)? = diff.dynamics[0] { page.merge(node) }
                #expect(page.children.map(\.id) == expected.children.map(\.id), "seed \(seed)")
                #expect(page.children.map(\.text) == expected.children.map(\.text), "seed \(seed)")
                old = new
            }
        }
    }

    private static func operate(
        on items: inout LiveStream<Item>, _ page: inout Page, using random: inout SeededGenerator
    ) {
        let item = Item(
            id: Int.random(in: 0...8, using: &random), text: "\(Int.random(in: 0...99, using: &random))")
        switch Int.random(in: 0...11, using: &random) {
        case 0...5:
            let place = Bool.random(using: &random) ? 0 : -1
            items.insert(item, at: place)
            page.insert(item, at: place)
        case 6...7:
            items.update(item)
            page.insert(item, at: -1, updateOnly: true)
        case 8...10:
            items.delete(item)
            page.delete(item.id)
        default:
            items.reset()
            page.children = []
        }
    }
}
