import LiveEngine
import Markup

/// The example of the page on flash messages.
struct SettingsView: LiveView {
    struct Context: LiveContext {
        var name = ""
    }

    enum Event: Decodable, Sendable {
        case save(name: String?)
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
        \(meta.flash.map { key, message in
            #"<p class="\#(key)" phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(message)</p>"#
        })
        <form phx-submit="save">
          <input type="text" name="name" value="\(context.name)">
          <button type="submit">Save</button>
        </form>
        """
    }
}
