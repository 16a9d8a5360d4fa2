import LiveProtocol
import TestSupport
import Testing

@testable import Markup

/// For random sequences of states, the client's merged tree is always the tree of the state.
///
/// With those of streams and components, 10,000 sequences are run.
@Suite struct DiffPropertyTests {
    /// What kind of page shows the states.
    enum Kind: CaseIterable {
        case array, keyed, memoized, live, nested, conditional
    }

    struct Row: Identifiable, Equatable, Sendable {
        var id: Int
        var text: String
        var isMarked = false
        var tags: LiveList<Tag> = []
    }

    struct Tag: Identifiable, Equatable, Sendable {
        let id: Int
        var text: String
    }

    struct State {
        var title = ""
        var rows: LiveList<Row> = []

        init(using random: inout SeededGenerator) {
            for id in 0..<Int.random(in: 0...40, using: &random) { rows.append(Row(id: id, text: "row")) }
            change(using: &random)
        }

        /// Does a few things at random.
        mutating func change(using random: inout SeededGenerator) {
            if Int.random(in: 0...3, using: &random) == 0 { title = Self.word(&random) }
            for _ in 0..<Int.random(in: 0...3, using: &random) { changeRows(using: &random) }
        }

        private mutating func changeRows(using random: inout SeededGenerator) {
            let place = Int.random(in: 0...rows.count, using: &random)
            let new = Row(id: Int.random(in: 0...60, using: &random), text: Self.word(&random))
            guard place < rows.count else { return rows.append(new) }
            switch Int.random(in: 0...13, using: &random) {
            case 0...2: rows[place].text = Self.word(&random)
            case 3: rows[place].isMarked.toggle()
            case 4...5: rows[place].tags.append(Tag(id: new.id, text: new.text))
            case 6: rows[place].tags = LiveList(rows[place].tags.reversed())
            case 7: rows.insert(new, at: place)
            case 8: rows.remove(at: place)
            case 9: rows.swapAt(place, Int.random(in: 0..<rows.count, using: &random))
            case 10: rows.move(from: place, to: Int.random(in: 0..<rows.count, using: &random))
            case 11: rows.removeSubrange(place...)
            case 12: rows.reverse()
            default: rows.replaceAll(with: rows.map { Row(id: $0.id, text: $0.text) })
            }
        }

        static func word(_ random: inout SeededGenerator) -> String {
            ["a", "b", "<c>", ""].randomElement(using: &random) ?? ""
        }
    }

    static func render(_ state: State, as kind: Kind) -> Rendered {
        let rows = state.rows
        return switch kind {
        case .array: "<p>\(rows.map { row in mixed(row) })</p>\(rows.map { row in "<q>\(row.text)</q>" as Rendered })"
        case .keyed: "<ul>\(each(rows, by: \.id) { row in "<li>\(row.text)</li>" })</ul>\(state.title)"
        case .memoized:
            """
            <ol>\(each(memoizing: rows, by: \.id) { row in mixed(row) })</ol>
            <dl>\(each(memoizing: rows, by: \.text, given: state.title) { row, title in "<dt>\(title)\(row.id)</dt>" })</dl>
            """
        case .live:
            """
            <ol>\(each(rows) { row in "<li>\(row.text)</li>" })</ol>
            <dl>\(each(rows, given: state.title) { row, title in "<dt>\(title)\(mixed(row))</dt>" })</dl>
            """
        case .nested:
            """
            <ul>\(each(rows, by: \.id) { row in "<li>\(each(row.tags) { tag in "<i>\(tag.text)</i>" })</li>" })</ul>
            <ol>\(each(rows) { row in "<li>\(row.tags.map { tag in "<i>\(tag.text)</i>" as Rendered })</li>" })</ol>
            """
        case .conditional:
            """
            <h1 \(attribute: "hidden", if: state.title == "")>\(state.title)</h1>\(rows.first?.text)
            \(if: state.title == "a", "<p>\(state.title)</p>", else: "<b>\(state.title)</b>")
            <ul>\(each(rows) { row in mixed(row) })</ul>\(state.title == "b" ? each(rows) { row in "<q>\(row.text)</q>" } : each([Row](), by: \.id) { _ in "" })
            """
        }
    }

    static func mixed(_ row: Row) -> Rendered {
        row.isMarked ? "<b>\(row.text)\(each(row.tags) { tag in "<s>\(tag.text)</s>" })</b>" : "<u>\(row.text)</u>"
    }

    @Test(arguments: Kind.allCases) func `merging each diff gives the whole new tree`(_ kind: Kind) {
        for seed in 0..<1_250 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let statics = StaticsTable()
            var state = State(using: &random)
            var old: Rendered?
            var client: ClientTree?
            for _ in 0..<5 {
                let new = Self.render(state, as: kind)
                var writer = DiffWriter(statics: statics)
                let diff = old.map { writer.changes(from: $0, to: new) ?? NodeDiff() } ?? writer.whole(new)
                if !diff.isEmpty { client = ClientTree.merge(diff, into: client) }
                let expected = Self.render(state, as: kind).html
                #expect(client?.html == expected, "\(kind), seed \(seed)")
                #expect(new.html == expected, "\(kind), seed \(seed)")
                old = new
                state.change(using: &random)
            }
        }
    }

    @Test(arguments: Kind.allCases) func `an equal state sends nothing`(_ kind: Kind) {
        for seed in 0..<50 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            let state = State(using: &random)
            let old = Self.render(state, as: kind)
            var writer = DiffWriter(statics: StaticsTable())
            _ = writer.whole(old)
            #expect(writer.changes(from: old, to: Self.render(state, as: kind)) == nil)
        }
    }
}
