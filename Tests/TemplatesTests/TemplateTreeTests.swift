import LiveProtocol
import Testing

@testable import Markup
@testable import Templates

@Suite struct TemplateTreeTests {
    private static let library = TemplateLibrary(sources: [
        "page.html": """
        <ul class="list{% if big %} big{% endif %}"{% if hidden %} hidden{% endif %}>
        {%- for row in rows %}<li id="r{{ row.id }}">{{ row.name }}</li>{% endfor -%}
        </ul>{{ total }}
        """
    ])

    private func render(_ context: JSONValue) throws -> Rendered {
        try Self.library.render("page.html", context: context)
    }

    @Test func `all renderings of a template share their statics`() throws {
        let first = try render(["total": 1, "rows": [["id": 1, "name": "a"]]])
        let second = try render(["total": 2, "rows": [["id": 2, "name": "b"], ["id": 3, "name": "c"]]])
        #expect(first.hasSameStatics(as: second))
        let rows = [first, second].compactMap { node -> RowArray? in
            if case .list(let list as RowArray) = node.parts[2].dynamic { list } else { nil }
        }
        #expect(rows.map(\.rows.count) == [1, 2])
        #expect(rows[0].rows[0].hasSameStatics(as: rows[1].rows[1]))
    }

    @Test func `branches within and between attributes are places of their own`() throws {
        let node = try render(["total": 1, "big": true])
        #expect(node.parts.count == 4)
        #expect(node.compiled?.pieces == ["<ul class=\"list", "\"", ">", "</ul>", ""])
        #expect(node.html == "<ul class=\"list big\"></ul>1")
    }

    @Test func `rows with an id are kept apart by it`() throws {
        let node = try render(["rows": [["id": 7, "name": "a"], ["id": 8, "name": "b"]]])
        guard case .list(let list as KeyedRows<ValueKey>) = node.parts[2].dynamic else {
            Issue.record("not keyed")
            return
        }
        #expect(list.keys == [.integer(7), .integer(8)])
    }

    @Test func `of a thousand rows an update sends the one that changed, and a moved one as a move`() throws {
        var rows: [JSONValue] = (0..<1000).map { ["id": .integer($0), "name": .string("row \($0)")] }
        let first = try render(["rows": .array(rows)])
        var writer = DiffWriter(statics: StaticsTable())
        _ = writer.whole(first)
        rows[500] = ["id": 500, "name": "new"]
        let second = try render(["rows": .array(rows)])
        let change = try #require(writer.changes(from: first, to: second)?.json)
        #expect(change.contains("new") && !change.contains("row ") && change.utf8.count < 60, "\(change)")
        rows.swapAt(0, 1)
        let move = try #require(writer.changes(from: second, to: try render(["rows": .array(rows)]))?.json)
        #expect(!move.contains("row ") && move.utf8.count < 60, "\(move)")
    }

    @Test func `a macro, a block and an include are nodes of the tree, not text`() throws {
        let library = TemplateLibrary(sources: [
            "page.html":
                "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(a) }}{% block b %}{{ a }}{% endblock %}{% include 'part.html' %}",
            "part.html": "<u>{{ a }}</u>",
        ])
        let node = try library.render("page.html", context: ["a": 1] as JSONValue)
        let other = try library.render("page.html", context: ["a": 2] as JSONValue)
        for (part, otherPart) in zip(node.parts, other.parts) {
            guard case .node(let inner) = part.dynamic, case .node(let otherInner) = otherPart.dynamic else {
                Issue.record("not a node")
                continue
            }
            #expect(inner.hasSameStatics(as: otherInner))
        }
        #expect(node.html == "<i>1</i>1<u>1</u>")
    }
}
