import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("I. Streams")
struct StreamTests {
    private func row(_ id: String, _ text: String? = nil) -> String { #"{"0":"\#(id)","1":"\#(text ?? id)"}"# }

    /// The JSON of a stream's node with rows and operations.
    private func stream(
        _ rows: [String], at: Int = -1, limit: Int? = nil, updateOnly: Bool = false, deletes: [String] = [],
        resets: Bool = false, texts: [String: String] = [:], isJoin: Bool = false
    ) -> String {
        let entries = rows.enumerated().map { "\"\($0.offset)\":\(row($0.element, texts[$0.element]))" }
        let keyed = (entries + ["\"kc\":\(rows.count)"]).joined(separator: ",")
        let limitText = limit.map { String($0) } ?? "null"
        let inserts = rows.reversed().map { "[\"\($0)\",\(at),\(limitText),\(updateOnly)]" }.joined(separator: ",")
        let deleted = deletes.map { "\"\($0)\"" }.joined(separator: ",")
        let statics = isJoin ? #""s":["<li id=\"","\" class=\"r\">","</li>"],"# : ""
        return
            #"{\#(statics)"k":{\#(keyed)},"stream":["1",[\#(inserts)],[\#(deleted)]\#(resets ? ",true" : "")]}"#
    }

    private func page(_ rows: [String], limit: Int? = nil) throws -> LivePage {
        let node = stream(rows, limit: limit, isJoin: true)
        return try LivePage(
            tree: #"{"s":["<ul id=\"l\" phx-update=\"stream\">","</ul><p>","</p>"],"0":\#(node),"1":"0"}"#)
    }

    private func items(_ page: LivePage) throws -> [String] {
        page.document.children(of: try page.element("#l")).map { page.document.textContent(of: $0) }
    }

    @Test("95. append, prepend, index")
    func insert() throws {
        let page = try page(["a", "b", "c"])
        try page.push(#"{"0":\#(stream(["d"]))}"#)
        try page.push(#"{"0":\#(stream(["e"], at: 0))}"#)
        try page.push(#"{"0":\#(stream(["f"], at: 1))}"#)
        #expect(try items(page) == ["e", "f", "a", "b", "c", "d"])
    }

    @Test("96. existing item stays in place")
    func existing() throws {
        let page = try page(["a", "b", "c", "d"])
        try page.push(#"{"0":\#(stream(["c"], at: 0, texts: ["c": "new"]))}"#)
        #expect(try items(page) == ["a", "b", "new", "d"])
    }

    @Test("98. bulk insert at index comes reversed")
    func bulk() throws {
        let page = try page(["a", "b"])
        try page.push(#"{"0":\#(stream(["x", "y", "z"], at: 1))}"#)
        #expect(try items(page) == ["a", "z", "y", "x", "b"])
    }

    @Test("99. negative limit")
    func negativeLimit() throws {
        let page = try page(["1", "2", "3", "4", "5"], limit: -5)
        try page.push(#"{"0":\#(stream(["6"], limit: -5))}"#)
        #expect(try items(page) == ["2", "3", "4", "5", "6"])
    }

    @Test("101. full and wrong side")
    func wrongSide() throws {
        let page = try page(["1", "2", "3", "4", "5"])
        try page.push(#"{"0":\#(stream(["6"], limit: 5))}"#)
        #expect(try items(page) == ["1", "2", "3", "4", "5"])
    }

    @Test("102. update_only")
    func updateOnly() throws {
        let page = try page(["a", "b"])
        try page.push(#"{"0":\#(stream(["e"], updateOnly: true))}"#)
        try page.push(#"{"0":\#(stream(["b"], updateOnly: true, texts: ["b": "new"]))}"#)
        #expect(try items(page) == ["a", "new"])
    }

    @Test("103. reset reuses elements")
    func reset() throws {
        let page = try page(["a", "b", "c", "d"])
        let a = try page.element("#a")
        page.client.page.effects.changeClasses(of: a, adding: ["on"], removing: [])
        page.client.settle()
        try page.push(#"{"0":\#(stream(["e", "a", "f"], resets: true))}"#)
        #expect(try items(page) == ["e", "a", "f"])
        #expect(try page.element("#a") == a)
        #expect(try page.classes("#a") == ["r", "on"])
    }

    @Test("105. absence does not remove")
    func absence() throws {
        let page = try page(["a", "b"])
        try page.push(#"{"1":"1"}"#)
        #expect(try items(page) == ["a", "b"])
        #expect(try page.text("p") == "1")
    }

    @Test("Deletes remove by id, and a delete with an insert of the same item moves it")
    func deletes() throws {
        let page = try page(["a", "b", "c"])
        try page.push(#"{"0":\#(stream([], deletes: ["b"]))}"#)
        #expect(try items(page) == ["a", "c"])
        let a = try page.element("#a")
        try page.push(#"{"0":\#(stream(["a"], deletes: ["a"]))}"#)
        #expect(try items(page) == ["c", "a"])
        #expect(try page.element("#a") == a)
    }

    @Test("A stream that comes as a whole is kept to its limit", arguments: [(2, ["1", "2"]), (-2, ["3", "4"])])
    func limitedAtOnce(limit: Int, expected: [String]) throws {
        #expect(try items(page(["1", "2", "3", "4"], limit: limit)) == expected)
    }

    /// The list of a stream as a page shows it that was rendered before the client came, and joined with the same rows.
    private func pageRenderedBefore(byParts: Bool) throws -> LivePage {
        let rows = ["a", "b", "c"].map { #"<li id="\#($0)">\#($0)</li>"# }.joined()
        let tree = #"""
            {"s":["<ul id=\"l\" phx-update=\"stream\">","</ul>"],"0":{"s":["<li id=\"","\">","</li>"],
            "k":{"0":{"0":"a","1":"a"},"1":{"0":"b","1":"b"},"2":{"0":"c","1":"c"},"kc":3},
            "stream":["s",[["a",-1,null],["b",-1,null],["c",-1,null]],[]]}}
            """#
        return try LivePage(
            tree: tree, before: #"<ul id="l" phx-update="stream">\#(rows)<li id="only">none</li></ul>"#
        ) { $0.settings.patchesByParts = byParts }
    }

    @Test(
        "a reset, a limit and a delete reach items that came with a page rendered before the join",
        arguments: [
            (#"{"0":{"k":{"kc":0},"stream":["s",[],[],true]}}"#, ""),
            (#"{"0":{"k":{"kc":0},"stream":["s",[],["b"]]}}"#, "ac"),
            (#"{"0":{"k":{"0":{"0":"d","1":"d"},"kc":1},"stream":["s",[["d",0,2]],[]]}}"#, "da"),
        ], [true, false])
    func itemsRenderedBefore(case: (diff: String, text: String), byParts: Bool) throws {
        let page = try pageRenderedBefore(byParts: byParts)
        #expect(try page.text("#l") == "abc")
        try page.push(`case`.diff)
        #expect(try page.text("#l") == `case`.text)
    }
}
