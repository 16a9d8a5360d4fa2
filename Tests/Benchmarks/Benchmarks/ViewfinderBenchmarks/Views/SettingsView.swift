import LiveEngine
import Markup

/// A form with flash messages, as in the README of the main package.
struct SettingsView: LiveView {
    struct Context: LiveContext {
        var name = ""
    }

    enum Event: Decodable, Sendable {
        case save(name: String?)
        case put
        case clear
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .save(let name):
            guard let name, !name.isEmpty else { return socket.putFlash("error", "Name cannot be blank.") }
            socket.context.name = name
            socket.clearFlash()
            socket.putFlash("info", "Saved — welcome, \(name)!")
        case .put: socket.putFlash("info", "Saved.")
        case .clear: socket.clearFlash()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Settings</h1>
        \(meta.flash.map { key, message in
            #"<p class="\#(key)" phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(message)</p>"#
        })
        <form id="settings" phx-submit="save">
          <label for="name">Name</label>
          <input type="text" id="name" name="name" value="\(context.name)">
          <button type="submit">Save</button>
        </form>
        """
    }
}
