import LiveProtocol
import TestSupport
import Testing

@testable import LiveEngine

/// For random sequences of states, the client's merged tree is always the tree of the state.
@Suite struct DiffPropertyTests {
    struct Row: Equatable {
        var id: Int
        var text: String
        var isMarked: Bool
        var tags: [String]
    }

    struct State {
        var title: String
        var note: String?
        var branch: Int
        var rows: [Row]

        init(using random: inout SeededGenerator) {
            title = Self.word(&random)
            note = Bool.random(using: &random) ? Self.word(&random) : nil
            branch = Int.random(in: 0...2, using: &random)
            rows = (0..<8).shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random)).map { id in
                Row(
                    id: id, text: Self.word(&random), isMarked: Bool.random(using: &random),
                    tags: (0..<Int.random(in: 0...2, using: &random)).map { _ in Self.word(&random) })
            }
        }

        static func word(_ random: inout SeededGenerator) -> String {
            ["a", "b", "<c>", ""].randomElement(using: &random) ?? ""
        }
    }

    static func render(_ state: State) -> Rendered {
        let rows = state.rows
        return """
            <h1 \(attribute: "hidden", if: state.branch == 0)>\(state.title)</h1>\(state.note)
            \(state.note.map { note in "<i>\(note)</i>" as Rendered })
            \(if: state.branch == 1, "<p>\(state.title)</p>", else: "<b>\(state.title)</b>")
            <ul>\(each(rows, by: \.id) { row in "<li>\(row.text)\(row.tags.map { "<i>\($0)</i>" })</li>" })</ul>
            <ol>\(each(memoizing: rows, by: \.id) { row in mixed(row) })</ol>
            <dl>\(each(memoizing: rows, by: \.text, given: state.title) { row, title in
                "<dt>\(title)\(if: row.isMarked, "<b>\(row.text)</b>", else: "<u>\(row.text)</u>")</dt>"
            })</dl>
            <p>\(rows.map { mixed($0) })</p>\(state.branch == 2 ? rows.map { row in "<q>\(row.text)</q>" } : [])
            """
    }

    static func mixed(_ row: Row) -> Rendered {
        row.isMarked
            ? "<b>\(row.text)\(each(row.tags, by: \.self) { tag in "<s>\(tag)</s>" })</b>" : "<u>\(row.text)</u>"
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func `merging each diff gives the whole new tree`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let statics = StaticsTable()
        var old: Rendered?
        var client: ClientTree?
        for _ in 0..<12 {
            let state = State(using: &random)
            let new = Self.render(state)
            var writer = DiffWriter(statics: statics)
            let diff = old.map { writer.changes(from: $0, to: new) ?? NodeDiff() } ?? writer.whole(new)
            if !diff.isEmpty { client = ClientTree.merge(diff, into: client) }
            #expect(client?.html == Self.render(state).html)
            #expect(new.html == Self.render(state).html)
            old = new
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `an equal state sends nothing`(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let state = State(using: &random)
        let old = Self.render(state)
        var writer = DiffWriter(statics: StaticsTable())
        _ = writer.whole(old)
        #expect(writer.changes(from: old, to: Self.render(state)) == nil)
    }
}
