import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("P. Nested views, portals")
struct NestedViewTests {
    private static func child(_ id: String) -> String {
        #"<div id="\#(id)" data-phx-session="C" data-phx-static="" data-phx-parent-id="v1"></div>"#
    }

    /// A page with two nested views; the test answers the joins of those itself.
    private func family() throws -> (page: LivePage, joins: () -> [ClientFrame]) {
        let page = try LivePage("")
        var waiting: [ClientFrame] = []
        let answer = page.host.answer
        page.rendered = try Diff(parsing: LivePage.tree("<p>parent</p>" + Self.child("c1") + Self.child("c2")))
        page.host.answer = { frame in
            if case .join = frame.message, frame.topic != LivePage.topic {
                waiting.append(frame)
                return nil
            }
            return answer(frame)
        }
        page.client.open("/a")
        page.client.settle()
        return (page, { waiting })
    }

    private func joined(_ html: String) throws -> Reply {
        .joined(JoinReply(rendered: try Diff(parsing: LivePage.tree(html))))
    }

    @Test("157. children first")
    func childrenFirst() throws {
        let (page, joins) = try family()
        #expect(joins().map(\.topic) == ["lv:c1", "lv:c2"])
        #expect(page.html == "")
        page.transport.reply(try joined("<b>1</b>"), to: joins()[0])
        page.client.settle()
        #expect(page.html == "")
        page.transport.reply(try joined("<b>2</b>"), to: joins()[1])
        page.client.settle()
        #expect(try page.text("p") == "parent")
        #expect(try page.text("#c1") == "1")
        #expect(try page.text("#c2") == "2")
    }

    @Test("158. child crash does not touch the parent")
    func childCrash() throws {
        let (page, joins) = try family()
        page.transport.reply(try joined(#"<button id="b" phx-click="x"></button>"#), to: joins()[0])
        page.transport.reply(try joined("<b>2</b>"), to: joins()[1])
        page.client.settle()
        page.transport.push(.error, topic: "lv:c1")
        page.client.settle()
        #expect(try page.classes("#v1") == ["phx-connected"])
        #expect(try page.classes("#c1").contains("phx-error"))
        #expect(try page.text("p") == "parent")
        page.advance(by: 1_000)
        #expect(joins().count == 3)
        page.transport.reply(try joined("<b>again</b>"), to: joins()[2])
        page.client.settle()
        #expect(try page.text("#c1") == "again")
    }

    @Test("An event in a nested view goes to that view")
    func nestedEvent() throws {
        let (page, joins) = try family()
        page.transport.reply(try joined(#"<button id="b" phx-click="x"></button>"#), to: joins()[0])
        page.transport.reply(try joined(""), to: joins()[1])
        page.client.settle()
        try page.click("#b")
        #expect(page.transport.sent.last?.topic == "lv:c1")
    }

    @Test("161. click-away and portals")
    func portal() throws {
        let page = try LivePage(
            ##"""
            <div id="m" phx-click-away="close"><template id="t" data-phx-portal="#layer"><ul id="menu"><li id="item">x</li></ul></template></div>
            <div id="layer"></div><p id="out"></p>
            """##)
        #expect(page.document.parent(of: try page.element("#menu")) == (try page.element("#layer")))
        try page.click("#item")
        #expect(page.pushes() == [])
        try page.click("#out")
        #expect(page.pushes().map(\.event) == ["close"])
    }

    @Test("A portal is patched where it shows, and goes with its template")
    func portalPatch() throws {
        let html = { (text: String) in
            ##"<template id="t" data-phx-portal="#layer"><ul id="menu"><li>\##(text)</li></ul></template><div id="layer"></div>"##
        }
        let page = try LivePage(html("1"))
        let menu = try page.element("#menu")
        try page.patch(html("2"))
        #expect(try page.element("#menu") == menu)
        #expect(try page.text("#menu") == "2")
        try page.patch(#"<div id="layer"></div>"#)
        #expect(!page.exists("#menu"))
    }

    @Test("167. structural mistakes are found at the join")
    func structure() throws {
        let page = try LivePage(
            #"""
            <i id="x"></i><i id="x"></i><form phx-change="v"></form>
            <ul id="s" phx-update="stream"><li>no id</li></ul>
            """#)
        #expect(
            Set(page.client.diagnostics.map(\.rule)) == [.duplicateID, .formWithoutID, .streamChildWithoutID])
    }
}
