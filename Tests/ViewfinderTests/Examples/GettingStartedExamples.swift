import Viewfinder

// The examples of the article "Getting started"; a test holds the article to this file.

struct CounterView: LiveView {
    struct Context: LiveContext {
        var count = 0
    }

    enum Event: Codable, Sendable {
        case add(amount: Int)
        case reset
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .add(let amount): socket.context.count += amount
        case .reset:
            socket.context.count = 0
            socket.putFlash("info", "Back to zero.")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Counter</h1>
        \(meta.flashBanners())
        <p>The count is <strong>\(context.count)</strong>.</p>
        <button \(on: .click, Event.add(amount: 1))>One more</button>
        <button \(on: .click, Event.add(amount: 10))>Ten more</button>
        <button \(on: .click, Event.reset)>Reset</button>
        """
    }
}

struct CounterApp: ViewfinderApp {
    var routes: [Route] {
        Route("/", "Counts") { CounterView() }
    }
}
