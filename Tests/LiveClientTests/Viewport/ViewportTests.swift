import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Lists whose ends come into view")
struct ViewportTests {
    /// Shows ten rows; each child of the list is one row high.
    private final class Window: Viewport {
        let document: Document
        let list: NodeID
        var top = 0
        let height = 10

        init(document: Document, list: NodeID) {
            self.document = document
            self.list = list
        }

        func rowsInView(of node: NodeID) -> Range<Int>? {
            let children = Array(document.children(of: list))
            if node == list { return -top..<children.count - top }
            return children.firstIndex(of: node).map { $0 - top..<$0 - top + 1 }
        }

        func scroll(_ node: NodeID, to edge: ViewportEdge) {
            guard let rows = rowsInView(of: node) else { return }
            top += edge == .top ? rows.lowerBound : rows.upperBound - height
        }
    }

    private static func list(_ rows: Range<Int>, _ attributes: String) -> String {
        #"<ul id="l" \#(attributes)>"# + rows.map { #"<li id="r\#($0)">\#($0)</li>"# }.joined() + "</ul>"
    }

    private func page(
        _ attributes: String = #"phx-viewport-top="up" phx-viewport-bottom="down""#, rows: Range<Int> = 0..<30
    ) throws -> (page: LivePage, window: Window) {
        let page = try LivePage(Self.list(rows, attributes))
        let window = Window(document: page.document, list: try page.element("#l"))
        page.client.viewport = window
        return (page, window)
    }

    private func scroll(_ page: LivePage, _ window: Window, to row: Int) {
        let before = window.top
        window.top = row
        page.client.scrolled(by: row - before)
        page.client.settle()
    }

    @Test("Scrolling down to the last child tells its id, and not before")
    func bottom() throws {
        let (page, window) = try page()
        scroll(page, window, to: 19)
        #expect(page.pushes() == [])
        scroll(page, window, to: 20)
        #expect(page.pushes() == [.plain("js", "down", ["id": "r29"])])
    }

    @Test("Scrolling up to the first child tells its id; past the top, once, that the list was overrun")
    func top() throws {
        let (page, window) = try page()
        window.top = 5
        scroll(page, window, to: 0)
        #expect(
            page.pushes() == [
                .plain("js", "up", ["id": "r0", "_overran": true]), .plain("js", "up", ["id": "r0"]),
            ])
        window.top = 1
        page.advance(by: 500)
        scroll(page, window, to: 0)
        #expect(page.pushes() == [.plain("js", "up", ["id": "r0"])])
    }

    @Test("After scrolling back down past its top, a list can be overrun again")
    func overrunAgain() throws {
        let (page, window) = try page()
        for _ in 0..<2 {
            window.top = 1
            scroll(page, window, to: 0)
            page.advance(by: 1_000)
            scroll(page, window, to: 3)
        }
        let overruns = page.pushes().filter { $0.value == .json(["id": "r0", "_overran": true]) }
        #expect(overruns.count == 2)
    }

    @Test("Within 500 ms only one more time is told, at their end")
    func throttle() throws {
        let (page, window) = try page()
        scroll(page, window, to: 20)
        for _ in 0..<3 {
            window.top = 19
            scroll(page, window, to: 20)
        }
        #expect(page.pushes().count == 1)
        page.advance(by: 499)
        #expect(page.pushes().count == 0)
        page.advance(by: 1)
        #expect(page.pushes().count == 1)
        page.advance(by: 5_000)
        #expect(page.pushes().count == 0)
    }

    @Test("Until the answer the list stays where it is, and tells nothing")
    func pending() throws {
        let (page, window) = try page()
        page.isHolding = true
        scroll(page, window, to: 20)
        #expect(page.pushes().count == 1)
        page.advance(by: 1_000)
        scroll(page, window, to: 15)
        #expect(window.top == 20)
        scroll(page, window, to: 22)
        #expect(window.top == 20)
        #expect(page.pushes() == [])
    }

    @Test("What was first stays in view when the answer puts more before it")
    func prepend() throws {
        let (page, window) = try page()
        page.replies["up"] = .handled(
            try Diff(
                parsing: #"{"0":\#(JSONValue.string(Self.list(-20..<30, #"phx-viewport-top="up""#)).json)}"#))
        window.top = 2
        page.client.settle()
        scroll(page, window, to: 0)
        #expect(window.top == 20)
    }

    @Test("An end without a binding, or with false, tells nothing", arguments: ["", #"phx-viewport-bottom="false""#])
    func off(attributes: String) throws {
        let (page, window) = try page(attributes + #" phx-viewport-top="up""#)
        scroll(page, window, to: 20)
        #expect(page.pushes() == [])
    }

    @Test("Commands run in place of an event, and another element may decide what an overrun is")
    func commands() throws {
        let (page, window) = try page(
            #"phx-viewport-top='[["push",{"event":"x"}]]' phx-viewport-overrun-target="r3""#)
        window.top = 5
        scroll(page, window, to: 4)
        #expect(page.pushes() == [])
        scroll(page, window, to: 3)
        #expect(page.pushes() == [.plain("js", "x", ["id": "r0", "_overran": true])])
    }

    @Test("Without a connection nothing is told, and the list is not stuck")
    func disconnected() throws {
        let (page, window) = try page()
        page.network.goDown()
        page.client.settle()
        scroll(page, window, to: 20)
        page.network.comeUp()
        page.advance(by: 5_000)
        window.top = 19
        scroll(page, window, to: 20)
        #expect(page.pushes().map(\.event) == ["down"])
    }
}
