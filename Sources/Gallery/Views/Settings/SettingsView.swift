import Viewfinder

/// A form with success and error feedback by flash messages.
struct SettingsView: LiveView {
    struct Context: LiveContext {
        var name = ""
    }

    enum Event: Decodable, Sendable {
        case save(name: String?)
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Settings"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .save(let name):
            guard let name, !name.isEmpty else {
                socket.putFlash("error", "Name cannot be blank.")
                return
            }
            socket.context.name = name
            socket.clearFlash()
            socket.putFlash("info", "Saved — welcome, \(name)!")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Settings</h1>
        \(meta.flashBanners())
        <form id="settings" phx-submit="save">
          <label for="name">Name</label>
          <input type="text" id="name" name="name" value="\(context.name)">
          <button type="submit">Save</button>
        </form>
        """
    }
}
