import Viewfinder

@main
struct Greeter: ViewfinderApp {
    var routes: [Route] {
        Route("/", "Greets somebody by name") { GreetingView() }
    }
}

struct GreetingView: LiveView {
    struct Context: LiveContext {
        var name = "world"
    }

    enum Event: Decodable, Sendable {
        case greet(name: String?)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .greet(let name):
            guard let name, !name.isEmpty else {
                socket.putFlash("error", "Whom shall I greet?")
                return
            }
            socket.context.name = name
            socket.putFlash("info", "Hello, \(name)!")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Hello, \(context.name)</h1>
        \(meta.flashBanners())
        <form id="greeting" phx-submit="greet">
          <label for="name">Name</label>
          <input id="name" name="name">
          <button type="submit">Greet</button>
        </form>
        """
    }
}
