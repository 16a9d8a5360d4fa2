import Testing

@testable import LiveClient

@Suite("Commands that cause themselves")
struct ChainTests {
    @Test(
        "A click that dispatches a click to its own element ends, which is told, and the page stays alive",
        arguments: [
            ##"<b id="x" phx-click='[["dispatch",{"event":"click"}],["push",{"event":"a"}]]'></b>"##,
            ##"<b id="x" phx-click='[["dispatch",{"event":"click","to":"#y"}]]'></b>"##
                + ##"<b id="y" phx-click='[["dispatch",{"event":"click","to":"#x"}]]'></b>"##,
            ##"<b id="x"></b><i id="y" phx-click-away='[["dispatch",{"event":"click","to":"#x"}]]'></i>"##,
            ##"<b id="x" phx-click='[["exec",{"attr":"phx-click"}]]'></b>"##,
        ])
    func endless(html: String) throws {
        let page = try LivePage(html)
        try page.click("#x")
        #expect(page.client.diagnostics.contains { $0.rule == .endlessWork })
        try page.patch("<b>still live</b>")
        #expect(page.html == "<b>still live</b>")
    }

    @Test("A chain of ten elements, each of which clicks the next, is no such thing")
    func long() throws {
        let links = (0..<10).map {
            ##"<b id="b\##($0)" phx-click='[["dispatch",{"event":"click","to":"#b\##($0 + 1)"}]]'></b>"##
        }
        let page = try LivePage(links.joined() + #"<b id="b10" phx-click="end"></b>"#)
        try page.click("#b0")
        #expect(page.pushes().map(\.event) == ["end"])
        #expect(page.client.diagnostics == [])
    }
}
