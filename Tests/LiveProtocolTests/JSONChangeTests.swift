import LiveProtocol
import Testing

@Suite struct JSONChangeTests {
    @Test(
        arguments: [
            (["a": 1], ["a": 1], []),
            (["a": 1], ["a": 2], ["a: 1 → 2"]),
            (["a": 1], ["b": 1], ["a: 1 → ", "b:  → 1"]),
            (["a": ["b": ["c": true]]], ["a": ["b": ["c": nil]]], ["a.b.c: true → null"]),
            (["a": [1, 2, 3]], ["a": [1, 5, 3]], ["a[1]: 2 → 5"]),
            (["a": [1, 2, 3]], ["a": [1, 9, 2, 3]], ["a[1]:  → 9"]),
            (["a": [1, 2, 3]], ["a": [2, 3]], ["a[0]: 1 → "]),
            (["a": [["n": 1], ["n": 2]]], ["a": [["n": 1], ["n": 3]]], ["a[1].n: 2 → 3"]),
            (["a": []], ["a": [1, 2]], ["a[0]:  → 1", "a[1]:  → 2"]),
            ([1], ["a": 1], [": [1] → {\"a\":1}"]),
            (1, 2, [": 1 → 2"]),
        ] as [(JSONValue, JSONValue, [String])])
    func `values differ where they differ`(old: JSONValue, new: JSONValue, changes: [String]) {
        let told = old.changes(to: new).map { "\($0.path): \($0.old?.json ?? "") → \($0.new?.json ?? "")" }
        #expect(told == changes)
    }

    @Test func `no more changes are told than asked for`() {
        let old = JSONValue.array((0..<1_000).map { .integer($0) })
        let new = JSONValue.array((0..<1_000).map { .integer($0 + 1) })
        #expect(old.changes(to: new, limit: 7).count == 7)
        #expect(JSONValue.array([]).changes(to: new, limit: 7).count == 7)
    }

    @Test func `what differs far down is told as a whole`() throws {
        func nested(_ value: JSONValue, _ depth: Int) -> JSONValue {
            (0..<depth).reduce(value) { inner, _ in ["a": inner] }
        }
        let changes = nested(1, 40).changes(to: nested(2, 40))
        #expect(changes.count == 1)
        #expect(changes.first?.path.split(separator: ".").count == 32)
    }

    @Test func `the beginning of a value is as far as the limit goes`() throws {
        struct Rows: Encodable { var name = "x", rows = Array(0..<100), last = true }
        let cut = try JSONValue.beginning(of: Rows(), limit: 10)
        #expect(!cut.isWhole)
        #expect(cut.value["name"] == "x")
        #expect(cut.value["last"] == nil)
        guard case .array(let rows)? = cut.value["rows"] else { return #expect(Bool(false), "no rows") }
        #expect((3...9).contains(rows.count))
        let whole = try JSONValue.beginning(of: Rows(), limit: 1_000)
        #expect(whole.isWhole)
        #expect(whole.value == (try JSONValue(encoding: Rows())))
    }
}
