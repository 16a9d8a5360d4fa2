import Testing

@testable import HTMLTree

/// What a document tells of its last changes.
@Suite struct ChangeTests {
    private let document = Document(parsing: "<p id=a>one</p><p id=b>two</p>")

    @Test func `each way to change a node is told by its kind`() throws {
        let a = try #require(document.element(withID: "a"))
        let b = try #require(document.element(withID: "b"))
        let body = try #require(document.parent(of: a))
        let text = try #require(document.firstChild(of: a))
        let revision = document.checkpoint()
        #expect(document.changes(since: revision) == [])
        document.setText("uno", of: text)
        document.setAttribute("class", to: "x", of: a)
        document.setAttribute("class", to: "y", of: a)
        document.detach(b)
        let added = document.append(text: "three", to: body)
        let expected = [
            Change(node: text, kind: .content), Change(node: a, kind: .content), Change(node: body, kind: .children),
            Change(node: added, kind: .placed), Change(node: body, kind: .children),
        ]
        #expect(document.changes(since: revision) == expected)
        let later = document.checkpoint()
        document.insert(b, into: body, before: a)
        let moved = [Change(node: b, kind: .placed), Change(node: body, kind: .children)]
        #expect(document.changes(since: later) == moved)
        #expect(document.changes(since: revision) == expected + moved)
    }

    @Test func `of too many changes none is told, and later ones are again`() throws {
        let a = try #require(document.element(withID: "a"))
        let revision = document.checkpoint()
        for number in 0..<200 {
            document.setAttribute("data-\(number)", to: "", of: a)
            document.setText("\(number)", of: try #require(document.firstChild(of: a)))
        }
        #expect(document.changes(since: revision) == nil)
        let later = document.checkpoint()
        document.setAttribute("title", to: "t", of: a)
        #expect(document.changes(since: revision) == nil)
        #expect(document.changes(since: later) == [Change(node: a, kind: .content)])
    }

    @Test func `whoever follows closely misses nothing, however long it takes`() throws {
        let a = try #require(document.element(withID: "a"))
        for number in 0..<300 {
            let revision = document.checkpoint()
            document.setAttribute("title", to: "\(number)", of: a)
            #expect(document.changes(since: revision) == [Change(node: a, kind: .content)])
        }
    }
}
