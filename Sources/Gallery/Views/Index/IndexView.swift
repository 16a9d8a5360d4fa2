import Viewfinder

/// The first page: every view by topic, with a line about it.
struct IndexView: LiveView {
    struct Context: LiveContext {}

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Gallery"
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Viewfinder: live views in your terminal</h1>
        <div class="index">
          \(Self.columns.map { topics in "<div>\(topics.map(section))</div>" })
        </div>
        <p class="hint">Tab and Enter open one, alt+left comes back.</p>
        """
    }

    /// The topics in two columns of about the same height, for terminals that are wide enough.
    private static let columns: [ArraySlice<Exhibit.Topic>] = {
        let topics = Exhibit.Topic.allCases
        func rows(_ topics: some Sequence<Exhibit.Topic>) -> Int {
            topics.reduce(0) { rows, topic in rows + 1 + exhibits(of: topic).count }
        }
        func height(splitAfter index: Int) -> Int { max(rows(topics[...index]), rows(topics[(index + 1)...])) }
        let split = topics.indices.dropLast().min { height(splitAfter: $0) < height(splitAfter: $1) }
        guard let split else { return [topics[...]] }
        return [topics[...split], topics[(split + 1)...]]
    }()

    private static func exhibits(of topic: Exhibit.Topic) -> [Exhibit] { Exhibit.all.filter { $0.topic == topic } }

    private func section(_ topic: Exhibit.Topic) -> Rendered {
        """
        <section>
          <h3>\(topic.rawValue)</h3>
          <table>\(Self.exhibits(of: topic).map(row))</table>
        </section>
        """
    }

    private func row(_ exhibit: Exhibit) -> Rendered {
        """
        <tr>
          <td class="name">\(link(exhibit.name, navigate: exhibit.link))</td>
          <td>\(exhibit.about)</td>
        </tr>
        """
    }
}
