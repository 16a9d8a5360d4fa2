import Testing
import Viewfinder
import ViewfinderTesting

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

@Suite struct CounterPageTests {
    @Test func `ten more and one more are eleven`() async throws {
        let page = try await CounterApp.page("/")
        try page.click("Ten more")
        try page.click("One more")
        #expect(page.text.contains("The count is 11."))
        try page.press("tab tab enter")
        #expect(page.flash["info"] == "Back to zero.")
        try page.dismiss("info")
        #expect(page.flash.isEmpty)
    }

    @Test func `a view can be opened without its app`() async throws {
        let page = try await CounterView().page()
        try page.click(.role("button", named: "One more"))
        #expect(try page.text(of: .css("strong")) == "1")
    }
}

@Suite struct ScenarioFileTests {
    @Test(arguments: ScenarioTests<CounterApp>(in: "Scenarios"))
    func `a scenario passes`(_ scenario: ScenarioTest<CounterApp>) async throws {
        try await scenario.run()
    }
}
