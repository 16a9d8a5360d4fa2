import LiveProtocol
import Testing

@testable import LiveClient

@Suite("F. Targets, components, locking")
struct TargetTests {
    /// A tree with two components of class `u`, and HTML after them.
    private static func components(_ html: String, inside: String = "") -> String {
        #"""
        {"s":["","","",""],"0":1,"1":2,"2":\#(JSONValue.string(html).json),
        "c":{"1":{"s":["<div class=\"u\">",\#(JSONValue.string("</div>").json)],"0":\#(JSONValue.string(inside).json),"r":1},
        "2":{"s":["<div class=\"u\">","</div>"],"0":"","r":1}}}
        """#
    }

    @Test("61. cid target")
    func cid() throws {
        let page = try LivePage(
            tree: Self.components("", inside: #"<button id="b" phx-click="x" phx-target="1"></button>"#))
        try page.click("#b")
        #expect(page.pushes() == [.plain("click", "x", ["value": ""], component: 1)])
    }

    @Test("63. selector target, two components")
    func selector() throws {
        let page = try LivePage(
            tree: Self.components(#"<button id="b" phx-click="x" phx-target=".u"></button>"#))
        try page.click("#b")
        #expect(page.pushes().map(\.component) == [1, 2])
    }

    @Test("64. selector without match")
    func noMatch() throws {
        let page = try LivePage(##"<button id="b" phx-click="x" phx-target="#none">"##)
        try page.click("#b")
        #expect(page.pushes() == [])
        #expect(page.client.diagnostics.count == 1)
        #expect(page.client.diagnostics[0].message.contains("#none"))
    }

    @Test("66. JS target beats phx-target")
    func jsTarget() throws {
        let page = try LivePage(
            tree: Self.components(
                #"<button id="b" phx-target="1" phx-click='[["push",{"event":"x","target":2}]]'></button>"#))
        try page.click("#b")
        #expect(page.pushes().map(\.component) == [2])
    }

    @Test("67. removal handshake")
    func handshake() throws {
        let page = try LivePage(tree: Self.components(""))
        try page.push(#"{"1":""}"#)
        let told = page.messages.compactMap { message -> String? in
            switch message {
            case .componentsWillBeDestroyed(let cids): "will \(cids)"
            case .componentsDestroyed(let cids): "gone \(cids)"
            default: nil
            }
        }
        #expect(told == ["will [2]", "gone [2]"])
        #expect(page.client.page.views.main?.tree?.components.keys.sorted() == [1])
    }

    @Test("69. locked form shows no server update until ack")
    func lockedForm() throws {
        let page = try LivePage(
            tree:
                #"{"s":["<form id=\"f\" phx-change=\"v\"><input id=\"i\" name=\"i\"><p id=\"p\">","</p></form>"],"0":"0"}"#
        )
        page.isHolding = true
        try page.type("x", into: "#i")
        try page.push(#"{"0":"1"}"#)
        #expect(try page.text("#p") == "0")
        page.release(.handled(try Diff(parsing: #"{"0":"2"}"#)))
        #expect(try page.text("#p") == "2")
        #expect(page.document.value(of: try page.element("#i")) == "x")
    }

    @Test("A locked form shows what came meanwhile when its answer brings nothing")
    func lockedFormCatchesUp() throws {
        let page = try LivePage(
            tree:
                #"{"s":["<form id=\"f\" phx-change=\"v\"><input id=\"i\" name=\"i\"><p id=\"p\">","</p></form>"],"0":"0"}"#
        )
        page.isHolding = true
        try page.type("x", into: "#i")
        try page.push(#"{"0":"1"}"#)
        page.release()
        #expect(try page.text("#p") == "1")
        #expect(try page.classes("#f") == [])
    }

    @Test("71. JS.push loading selector")
    func loading() throws {
        let page = try LivePage(
            ##"<div id="box"></div><button id="b" phx-click='[["push",{"event":"x","loading":"#box"}]]'>"##)
        page.isHolding = true
        try page.click("#b")
        #expect(try page.classes("#box") == ["phx-click-loading"])
        #expect(try page.classes("#b") == ["phx-click-loading"])
        page.release()
        #expect(try page.classes("#box") == [])
        #expect(try page.classes("#b") == [])
    }
}
