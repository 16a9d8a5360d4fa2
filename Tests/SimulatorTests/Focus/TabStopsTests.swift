import HTMLTree
import Testing

@testable import Simulator

@Suite struct TabStopsTests {
    @Test(arguments: [
        (#"<a id=a href=/>A</a><p id=p>x</p><input id=i><button id=b></button>"#, "a i b"),
        (#"<input id=i disabled><input id=h type=hidden><input id=j hidden><select id=s></select>"#, "s"),
        (#"<input id=i><input id=j tabindex=2><input id=k tabindex=1><div id=d tabindex=0></div>"#, "k j i d"),
        (#"<p id=p tabindex=-1></p><textarea id=t></textarea>"#, "t"),
        (#"<input type=radio name=r id=a><input type=radio name=r id=b checked><input type=radio name=q id=c>"#, "b c"),
        (#"<input type=radio name=r id=a><input type=radio name=r id=b><button id=x></button>"#, "a x"),
        (#"<input type=radio name=r id=a disabled><input type=radio name=r id=b>"#, "b"),
    ])
    func tabStopsInTheOrderOfBrowsers(html: String, expected: String) {
        let document = Document(parsing: html)
        #expect(document.names(stops(of: document).nodes) == expected)
    }

    @Test func theWalkGoesRound() throws {
        let document = Document(parsing: "<input id=a><input id=b><input id=c>")
        var walk = FocusWalk()
        #expect(try visited(3, from: nil, &walk, document) == "a b c a")
        #expect(try visited(1, from: nil, &walk, document, isBackward: true) == "c b")
    }

    @Test func theWalkGoesOnWhereTheFocusedElementWas() throws {
        let document = Document(parsing: "<input id=a><input id=b><input id=c>")
        var walk = FocusWalk()
        let b = try document.one("#b")
        walk.remember(b, place: 1)
        // Left with Esc: the next one comes after it.
        #expect(try visited(0, from: nil, &walk, document) == "c")
        walk.remember(b, place: 1)
        document.remove(b)
        #expect(try visited(0, from: nil, &walk, document) == "c")
        #expect(try visited(0, from: nil, &walk, document, isBackward: true) == "a")
    }

    @Test func nothingToFocusIsNoTrap() {
        let document = Document(parsing: "<p>x</p>")
        #expect(FocusWalk().next(in: stops(of: document), of: document, isBackward: false) == nil)
    }

    /// The first stop and as many more as wanted.
    private func visited(
        _ more: Int, from start: NodeID?, _ walk: inout FocusWalk, _ document: Document, isBackward: Bool = false
    ) throws -> String {
        document.setActiveElement(start)
        var nodes: [NodeID] = []
        for _ in 0...more {
            let stops = stops(of: document)
            let place = try #require(walk.next(in: stops, of: document, isBackward: isBackward))
            nodes.append(stops.nodes[place])
            document.setActiveElement(stops.nodes[place])
        }
        document.setActiveElement(nil)
        return document.names(nodes)
    }

    private func stops(of document: Document) -> TabStops {
        TabStops(in: document, below: document.root) { !document.isHiddenByMarkup($0) }
    }
}
