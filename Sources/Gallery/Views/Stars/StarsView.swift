import Viewfinder

/// A search that answers while one types, once the typing has paused.
struct StarsView: LiveView {
    struct Context: LiveContext {
        var text = ""
        var found: [Star] = []
        var searches = 0
    }

    enum Event: Decodable, Sendable {
        case search(q: String)
    }

    private static let rows = 10

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Stars"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .search(let text):
            socket.context.text = text
            socket.context.found = text.isEmpty ? [] : Star.search(text)
            socket.context.searches += 1
            socket.title = text.isEmpty ? "Stars" : "\(text) · Stars"
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Stars</h1>
        <form id="search" class="tight" phx-change="search" phx-submit="search">
          <label for="q">Name or constellation</label>
          <input type="search" id="q" name="q" value="\(context.text)" autocomplete="off" phx-debounce="300" phx-mounted="\(JS.focus())">
        </form>
        \(result(context))
        <p class="hint">\(context.searches) \(context.searches == 1 ? "search" : "searches"); one begins 0.3 s after the last letter.</p>
        """
    }

    private func result(_ context: Context) -> Rendered {
        if context.text.isEmpty { return "<p>Try “or”, “leo” or “pol”.</p>" }
        if context.found.isEmpty { return "<p>No star begins with “\(context.text)”.</p>" }
        let rest = context.found.count - Self.rows
        return """
            <table>
              <thead><tr><th>star</th><th>constellation</th><th class="right">light years</th></tr></thead>
              <tbody>\(each(context.found.prefix(Self.rows), by: \.name, row))</tbody>
            </table>
            \(if: rest > 0, #"<p class="note">and \#(rest) farther away</p>"#)
            """
    }

    private func row(_ star: Star) -> Rendered {
        #"<tr><td>\#(star.name)</td><td>\#(star.constellation)</td><td class="right">\#(star.distance)</td></tr>"#
    }
}
