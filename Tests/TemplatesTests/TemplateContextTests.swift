import LiveProtocol
import Markup
import OrderedCollections
import Synchronization
import Testing

@testable import Templates

@Suite struct TemplateContextTests {
    private final class Counter: Sendable {
        let count = Mutex(0)
    }

    private struct Row: Encodable {
        let counter: Counter
        let name: String

        private enum CodingKeys: String, CodingKey { case name }

        func encode(to encoder: any Encoder) throws {
            counter.count.withLock { $0 += 1 }
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
        }
    }

    private struct Rows: Encodable {
        var rows: [Row]
        var byName: [String: Row] = [:]
    }

    private struct Refusal: Error {}

    private struct Unreadable: Encodable {
        func encode(to encoder: any Encoder) throws { throw Refusal() }
    }

    private enum Level: String, Encodable { case low, high }

    private struct Everything: Encodable {
        var text: String? = "t"
        var missing: String?
        var flag = true
        var small: UInt8 = 200
        var huge = UInt64.max
        var float: Float = 0.1
        var level = Level.high
        var tags: Set<String> = ["c", "a", "b"]
        var table = ["z": 1, "y": 2]
        var ordered: OrderedDictionary<String, Int> = ["q": 1, "p": 2]
        var nested: [[Int?]] = [[1, nil], []]
        var json: JSONValue = ["k": [1, 2]]
        var bad = Unreadable()
        var firstName = "Ada"

        private enum CodingKeys: String, CodingKey {
            case text, missing, flag, small, huge, float, level, tags, table, ordered, nested, json, bad
            case firstName = "first_name"
        }
    }

    private func html(_ template: String, _ context: some Encodable) throws -> String {
        try TemplateLibrary(sources: ["t": template]).render("t", context: context).html
    }

    @Test(arguments: [("{{ rows|length }}", 0), ("{{ rows[3].name }}", 1), ("{{ byName.a.name }}", 1)])
    func `only what a template reads is taken from the context`(template: String, count: Int) throws {
        let counter = Counter()
        let row = Row(counter: counter, name: "n")
        _ = try html(template, Rows(rows: Array(repeating: row, count: 100_000), byName: ["a": row, "b": row]))
        #expect(counter.count.withLock { $0 } == count)
    }

    @Test(arguments: [
        ("{{ text }}{{ missing }}{{ flag }}{{ missing is none }}", "ttruetrue"),
        ("{{ small }} {{ huge }} {{ float }} {{ level }}", "200 1.8446744073709552e+19 0.1 high"),
        ("{{ tags|join }} {{ table|join }} {{ ordered|join }}", "abc yz qp"),
        ("{{ nested[0]|length }}{{ nested[0][1] is none }}{{ nested[1]|length }}", "2true0"),
        ("{{ json.k[1] }}{{ first_name }}{{ firstName }}", "2Ada"),
    ]) func `values of every kind are read`(template: String, expected: String) throws {
        #expect(try html(template, Everything()) == expected)
    }

    @Test func `a value that cannot be encoded is an error only where it is used`() throws {
        #expect(try html("{{ text }}", Everything()) == "t")
        #expect(throws: TemplateError.self) { try html("{{ bad }}", Everything()) }
    }

    private struct Numbered: Identifiable, Encodable, Sendable {
        let id: Int
        var text: String
    }

    @Test func `a live list is looped over`() throws {
        struct Context: Encodable { var rows: LiveList<Numbered> }
        let rows = LiveList((1...2).map { Numbered(id: $0, text: "\($0)") })
        #expect(
            try html("{% for row in rows %}{{ row.id }}{{ row.text }};{% endfor %}", Context(rows: rows)) == "11;22;")
    }
}
