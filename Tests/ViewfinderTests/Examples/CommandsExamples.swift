import Viewfinder

// The examples of the article "JS commands and bindings"; a test holds the article to this file.

struct DrawerExampleView: LiveView {
    struct Context: LiveContext {
        var opened = 0
    }

    enum Event: Decodable, Sendable {
        case opened
    }

    func handle(_ event: Event, _ socket: inout Socket) { socket.context.opened += 1 }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <button phx-click="\(JS.toggle(to: "#drawer").push("opened"))">Drawer</button>
        <div id="drawer" style="display: none" phx-click-away="\(JS.hide(to: "#drawer"))">
          <p>Opened \(context.opened) times.</p>
        </div>
        """
    }
}
