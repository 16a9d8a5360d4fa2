import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Questions before clicks, and links that send a form")
struct QuestionTests {
    private func page(_ html: String, asks: Bool = true) throws -> LivePage {
        try LivePage(tree: LivePage.tree(html)) { $0.settings.asksQuestions = asks }
    }

    @Test("A click waits for the answer to data-confirm, of the element or of what it is in", arguments: [true, false])
    func confirm(isYes: Bool) throws {
        let page = try page(
            #"<div data-confirm="Really?"><button id="b" phx-click="x"><i id="i">go</i></button></div>"#)
        try page.click("#i")
        #expect(page.client.question == "Really?")
        #expect(page.pushes() == [])
        page.client.answer(isYes)
        #expect(page.client.question == nil)
        #expect(page.pushes().map(\.event) == (isYes ? ["x"] : []))
    }

    @Test("Several questions are asked one after the other, the innermost first")
    func several() throws {
        let page = try page(#"<p data-confirm="Two?"><button id="b" data-confirm="One?" phx-click="x"></button></p>"#)
        try page.click("#b")
        #expect(page.client.question == "One?")
        page.client.answer(true)
        #expect(page.client.question == "Two?")
        page.client.answer(true)
        #expect(page.pushes().count == 1)
    }

    @Test("What a browser does at a click waits too: boxes are not ticked, forms not sent, links not followed")
    func defaults() throws {
        let page = try page(
            #"""
            <form phx-submit="s"><input id="c" type="checkbox" name="c" data-confirm="Tick?">
            <button id="b" data-confirm="Send?">Send</button></form><a id="a" href="/b" data-confirm="Go?">go</a>
            """#)
        for selector in ["#c", "#b", "#a"] {
            try page.click(selector)
            page.client.answer(false)
            page.client.settle()
        }
        #expect(page.pushes() == [])
        #expect(!page.document.isChecked(try page.element("#c")))
        #expect(page.client.url == "/a")
        try page.click("#c")
        page.client.answer(true)
        #expect(page.document.isChecked(try page.element("#c")))
    }

    @Test("While a question is open, no other click counts, and it goes with its element")
    func open() throws {
        let page = try page(
            #"<button id="b" data-confirm="Sure?" phx-click="x"></button><button id="c" phx-click="y"></button>"#)
        try page.click("#b")
        try page.click("#c")
        #expect(page.pushes() == [])
        try page.patch("<p></p>")
        page.client.answer(true)
        #expect(page.pushes() == [])
        #expect(page.client.question == nil)
    }

    @Test("Where nobody is there to be asked, all is confirmed")
    func nobody() throws {
        let page = try page(#"<button id="b" data-confirm="Sure?" phx-click="x"></button>"#, asks: false)
        try page.click("#b")
        #expect(page.pushes().map(\.event) == ["x"])
    }

    @Test("A link with data-method sends a form of its own, with the token and the method")
    func method() throws {
        let page = try page(
            #"<a id="a" href="/out" data-method="delete" data-to="/session" data-csrf="T k"><b id="b">Log out</b></a>"#)
        try page.click("#b")
        let request = try #require(page.host.requests.last)
        #expect(request.method == "POST")
        #expect(request.url == "/session")
        #expect(request.body == "_csrf_token=T+k&_method=delete")
    }

    @Test("With data-method=get the fields stand in the address")
    func getMethod() throws {
        let page = try page(#"<button id="b" type="button" data-method="get" data-to="/find">Find</button>"#)
        try page.click("#b")
        #expect(page.host.requests.last?.url == "/find?_csrf_token=&_method=get")
    }
}
