import Viewfinder

/// The first page: every view by topic, with a line about it.
struct IndexView: LiveView {
    struct Context: LiveContext {}

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Gallery"
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Viewfinder</h1>
        <p>Live views in your terminal. Tab moves, Enter opens a view, Alt+Left comes back, ? shows all keys.</p>
        \(Exhibit.Topic.allCases.map { topic in
            section(topic, Exhibit.all.filter { $0.topic == topic })
        })
        """
    }

    private func section(_ topic: Exhibit.Topic, _ exhibits: [Exhibit]) -> Rendered {
        """
        <h2>\(topic.rawValue)</h2>
        <table>\(exhibits.map(row))</table>
        """
    }

    private func row(_ exhibit: Exhibit) -> Rendered {
        """
        <tr>
          <td><a href="\(exhibit.link)" data-phx-link="redirect" data-phx-link-state="push">\(exhibit.name)</a></td>
          <td>\(exhibit.route.about)</td>
        </tr>
        """
    }
}
