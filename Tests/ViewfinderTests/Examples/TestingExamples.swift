import Testing
import Viewfinder

// The examples of the article "Testing from Swift"; a test holds the article to this file.

@Suite("The example of testing a view")
struct CounterViewTests {
    let view = CounterView()

    @Test("an event changes the context")
    func add() {
        var socket = CounterView.Socket()
        view.handle(.add(amount: 2), &socket)
        #expect(socket.context.count == 2)
    }

    @Test("a reset says so")
    func reset() {
        var socket = CounterView.Socket(context: .init(count: 7))
        view.handle(.reset, &socket)
        #expect(socket.context.count == 0)
        #expect(socket.flash["info"]?.string == "Back to zero.")
    }

    @Test("what markup sends is read as an event")
    func payload() throws {
        var socket = CounterView.Socket()
        try view.handleEvent("add", Payload(["amount": "10"]), &socket)
        #expect(socket.context.count == 10)
        #expect(throws: PayloadError.self) {
            try view.handleEvent("add", Payload(["amount": "many"]), &socket)
        }
    }

    @Test("the page shows the count")
    func page() {
        let page = view.render(.init(count: 3), Meta())
        #expect(page.html.contains("<strong>3</strong>"))
    }
}
