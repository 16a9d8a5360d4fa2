import LiveEngine
import Markup

/// A field that tells of every change, and a button that brings a banner.
struct NoteView: LiveView {
    struct Context: LiveContext {
        var length = 0
    }

    enum Event: Decodable, Sendable {
        case write(text: String)
        case put
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .write(let text): socket.context.length = text.utf8.count
        case .put: socket.putFlash("info", "Noted.")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Note</h1>
        <div>\(meta.flash.map { key, message in
            #"<p id="banner" class="\#(key)" phx-click="lv:clear-flash" phx-value-key="\#(key)">\#(message)</p>"#
        })</div>
        <form id="note" phx-change="write">
          <label for="text">Note</label>
          <input type="text" id="text" name="text">
          <p>\(context.length) bytes</p>
        </form>
        <button id="put" phx-click="put">Put</button>
        """
    }
}
