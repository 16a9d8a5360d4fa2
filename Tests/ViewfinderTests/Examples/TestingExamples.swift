import Testing
import Viewfinder

// The examples of the article "Testing from Swift"; a test holds the article to this file.

@Suite struct CounterViewTests {
    let view = CounterView()

    @Test func `an event changes the context`() {
        var socket = CounterView.Socket()
        view.handle(.add(amount: 2), &socket)
        #expect(socket.context.count == 2)
    }

    @Test func `a reset says so`() {
        var socket = CounterView.Socket(context: .init(count: 7))
        view.handle(.reset, &socket)
        #expect(socket.context.count == 0)
        #expect(socket.flash["info"]?.string == "Back to zero.")
    }

    @Test func `what markup sends is read as an event`() throws {
        var socket = CounterView.Socket()
        try view.handleEvent("add", Payload(["amount": "10"]), &socket)
        #expect(socket.context.count == 10)
        #expect(throws: PayloadError.self) {
            try view.handleEvent("add", Payload(["amount": "many"]), &socket)
        }
    }

    @Test func `the page shows the count`() {
        let page = view.render(.init(count: 3), Meta())
        #expect(page.html.contains("<strong>3</strong>"))
    }
}
