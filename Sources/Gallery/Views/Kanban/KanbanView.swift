import Viewfinder

/// A board of cards: arrow keys choose one, letters and buttons move it.
struct KanbanView: LiveView {
    struct Context: LiveContext {
        var board = Board()
    }

    enum Event: Decodable, Sendable {
        case select(id: Int)
        case choose(direction: Board.Direction)
        case move(direction: Board.Direction)
    }

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Kanban"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        socket.clearFlash()
        switch event {
        case .select(let id): socket.context.board.choose(id)
        case .choose(let direction): socket.context.board.choose(towards: direction)
        case .move(let direction):
            let column = socket.context.board.move(direction)
            if column == "Done" { socket.putFlash("success", "One thing less to do.") }
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Kite day</h1>
        <div class="board">\(each(context.board.columns, by: \.name) { column($0, chosen: context.board.chosen) })</div>
        <p>
          Move \(moveButton(.left, "←", context)) \(moveButton(.up, "↑", context)) \
        \(moveButton(.down, "↓", context)) \(moveButton(.right, "→", context))
        </p>
        <p class="hint">
          \(arrow("choose", "ArrowLeft", .left, "←"))\(arrow("choose", "ArrowUp", .up, "↑"))\
        \(arrow("choose", "ArrowDown", .down, "↓"))\(arrow("choose", "ArrowRight", .right, "→")) choose a card,
          \(arrow("move", "a", .left, "a"))\(arrow("move", "w", .up, "w"))\
        \(arrow("move", "s", .down, "s"))\(arrow("move", "d", .right, "d")) move it
        </p>
        \(meta.flashBanners())
        """
    }

    private func column(_ column: Board.Column, chosen: Int) -> Rendered {
        """
        <section aria-label="\(column.name)">
          <h3>\(column.name) (\(column.cards.count))</h3>
          \(if: column.cards.isEmpty, #"<p class="note">nothing here</p>"#)
          \(each(column.cards, by: \.id) { card($0, isChosen: $0.id == chosen) })
        </section>
        """
    }

    private func card(_ card: Board.Card, isChosen: Bool) -> Rendered {
        """
        <div class="card" id="card-\(card.id)" phx-click="select" phx-value-id="\(card.id)" \
        \(attribute: "aria-current", isChosen ? "true" : nil)>\(card.title)</div>
        """
    }

    private func moveButton(_ direction: Board.Direction, _ sign: String, _ context: Context) -> Rendered {
        """
        <button phx-click="move" phx-value-direction="\(direction.rawValue)" aria-label="Move \(direction.rawValue)" \
        \(attribute: "disabled", if: !context.board.canMove(direction))>\(sign)</button>
        """
    }

    private func arrow(_ event: String, _ key: String, _ direction: Board.Direction, _ sign: String) -> Rendered {
        """
        <kbd phx-window-keydown="\(event)" phx-key="\(key)" phx-value-direction="\(direction.rawValue)">\(sign)</kbd>
        """
    }
}
