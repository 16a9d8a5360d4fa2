import Viewfinder

/// A table that is sorted, filtered and turned page by page, all of it by its address.
struct TournamentView: LiveView {
    struct Context: LiveContext {
        var query = TableQuery()
    }

    enum Event: Decodable, Sendable {
        case filter(q: String, pond: Boat.Pond?)
        case turn(by: Int)
        case reset
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Paper boat cup"
    }

    func handleParams(_ params: Params, _ socket: inout Socket) throws {
        var query = try TableQuery(params)
        query.page = min(max(query.page, 1), Self.pages(query.boats.count))
        socket.context.query = query
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        var query = socket.context.query
        switch event {
        case .filter(let text, let pond):
            query.text = text
            query.pond = pond
            query.page = 1
            // Letters of one word are not steps of the history.
            socket.replacePatch(to: query.url)
        case .turn(let step):
            let (page, isTooFar) = query.page.addingReportingOverflow(step)
            guard !isTooFar, (1...Self.pages(query.boats.count)).contains(page) else { return }
            socket.pushPatch(to: query.turned(to: page).url)
        case .reset: socket.pushPatch(to: TableQuery().url)
        }
    }

    /// How many pages so many rows fill; one for none.
    private static func pages(_ count: Int) -> Int {
        max(1, (count + TableQuery.rowsPerPage - 1) / TableQuery.rowsPerPage)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        let query = context.query
        let boats = query.boats
        let shown = boats.dropFirst((query.page - 1) * TableQuery.rowsPerPage).prefix(TableQuery.rowsPerPage)
        return """
            <h1>Paper boat cup</h1>
            \(filter(query))
            <table>
              <thead><tr>\(TableQuery.Column.allCases.map { header($0, query) })</tr></thead>
              <tbody>\(each(shown, by: \.name, row))</tbody>
            </table>
            \(if: boats.isEmpty, #"<p>No boat of that name. <button phx-click="reset">Show all</button></p>"#)
            \(if: !boats.isEmpty, turner(query, count: boats.count))
            """
    }

    private func filter(_ query: TableQuery) -> Rendered {
        """
        <form id="filter" class="tight" phx-change="filter" phx-submit="filter">
          <label for="q">Name</label> <input type="search" id="q" name="q" size="14" value="\(query.text)">
          <label for="pond">Pond</label> <select id="pond" name="pond">
            <option value="">all</option>
            \(Boat.Pond.allCases.map { pond in
                #"<option \#(attribute: "selected", if: pond == query.pond)>\#(pond.rawValue)</option>"#
            })
          </select>
        </form>
        """
    }

    private func header(_ column: TableQuery.Column, _ query: TableQuery) -> Rendered {
        let isSorted = column == query.sort
        let isAscending = column.isAscending != query.isReversed
        return """
            <th \(attribute: "class", classes(of: column)) \
            \(attribute: "aria-sort", isSorted ? (isAscending ? "ascending" : "descending") : nil)>\
            \(link(column.rawValue, patch: query.sorted(by: column).url))\(isSorted ? (isAscending ? " ▲" : " ▼") : "")</th>
            """
    }

    /// Figures stand to the right; those that the points tell of as well give way where there is little room.
    private func classes(of column: TableQuery.Column) -> String? {
        switch column {
        case .name, .pond: nil
        case .won, .points: "right"
        case .lost: "right wide"
        }
    }

    private func row(_ boat: Boat) -> Rendered {
        """
        <tr>
          <td>\(boat.name)</td><td>\(boat.pond.rawValue)</td>
          <td class="right">\(boat.won)</td><td class="right wide">\(boat.lost)</td><td class="right">\(boat.points)</td>
        </tr>
        """
    }

    private func turner(_ query: TableQuery, count: Int) -> Rendered {
        let pages = Self.pages(count)
        return """
            <p>
              <button phx-click="turn" phx-value-by="-1" \(attribute: "disabled", if: query.page == 1)>Before</button>
              page \(query.page) of \(pages)
              <button phx-click="turn" phx-value-by="1" \(attribute: "disabled", if: query.page == pages)>Next</button>
            </p>
            <p class="hint">\(count) boats.
              <kbd phx-window-keydown="turn" phx-key="ArrowLeft" phx-value-by="-1">←</kbd>
              <kbd phx-window-keydown="turn" phx-key="ArrowRight" phx-value-by="1">→</kbd> turn pages</p>
            """
    }
}
