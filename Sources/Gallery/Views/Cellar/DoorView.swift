import Viewfinder

/// The door of the cellar, outside of its group of routes: here one gets the key.
struct DoorView: LiveView {
    struct Context: LiveContext {
        var name = ""
    }

    enum Event: Decodable, Sendable {
        case unlock(name: String?, word: String?)
    }

    let keeper: Shared<String?>

    func mount(_ params: Params, _ socket: inout Socket) { socket.title = "Cellar door" }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .unlock(let name, let word):
            socket.context.name = name ?? ""
            guard let name, !name.isEmpty else {
                socket.putFlash("error", "Who is there?")
                return
            }
            guard word?.lowercased() == "quince" else {
                socket.putFlash("error", "That is not the word. It is a fruit that nobody eats raw.")
                return
            }
            _ = keeper.change { $0 = name }
            socket.putFlash("success", "Mind your head, \(name).")
            socket.pushNavigate(to: "/cellar")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Cellar door</h1>
        \(meta.flashBanners())
        <form id="door" phx-submit="unlock">
          <div><label for="name">Name</label> <input id="name" name="name" value="\(context.name)" autocomplete="off"></div>
          <div><label for="word">Word</label> <input id="word" name="word" type="password"></div>
          <p><button type="submit">Unlock</button></p>
        </form>
        <p class="hint">The word is quince.</p>
        """
    }
}
