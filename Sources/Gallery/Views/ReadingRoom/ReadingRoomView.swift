import Viewfinder

/// A reading room: who is there and what they read is seen by all, and everybody leaves when their page does.
struct ReadingRoomView: LiveView {
    struct Context: LiveContext {
        var me = Reader(name: "")
        var readers: [Presence<Reader>] = []
        var news = ""
    }

    enum Event: Decodable, Sendable {
        case open(book: String)
        case close
    }

    enum Info: Sendable {
        case changed(PresenceDiff<Reader>)
    }

    /// How many readers have come so far.
    let visits: Shared<Int>

    private static let room = PresenceRoom<Reader>("reading-room")

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.title = "Reading room"
        socket.context.readers = socket.presences(in: Self.room)
        // Who has only asked for the page is no reader yet.
        guard socket.isConnected else { return }
        socket.context.me = Reader.number(visits.change { $0 += 1 } - 1)
        socket.subscribe(Self.room.changes) { .changed($0) }
        present(&socket)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .open(let book): socket.context.me.book = Reader.books.first { $0 == book }
        case .close: socket.context.me.book = nil
        }
        present(&socket)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        case .changed(let change):
            socket.context.readers = socket.presences(in: Self.room)
            if let news = news(of: change, besides: socket.context.me) { socket.context.news = news }
        }
    }

    private func present(_ socket: inout Socket) {
        socket.track(in: Self.room, as: socket.context.me)
        socket.context.readers = socket.presences(in: Self.room)
    }

    /// What somebody else did, in words; one that says something new about themselves comes and leaves at once.
    private func news(of change: PresenceDiff<Reader>, besides me: Reader) -> String? {
        guard let reader = (change.joins + change.leaves).map(\.member).first(where: { $0.name != me.name }) else {
            return nil
        }
        if change.leaves.isEmpty { return "\(reader.name) came in." }
        if change.joins.isEmpty { return "\(reader.name) left." }
        return reader.book.map { "\(reader.name) opened “\($0)”." } ?? "\(reader.name) closed the book."
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Reading room</h1>
        <div class="split">
          <nav aria-label="Shelf">
            <h2>Shelf</h2>
            <ul class="plain">\(each(Reader.books, by: \.self) { book($0, isOpen: $0 == context.me.book) })</ul>
            <button phx-click="close" \(attribute: "disabled", if: context.me.book == nil)>Put it back</button>
          </nav>
          <article aria-label="Readers">
            <h2>\(context.readers.count == 1 ? "Nobody but you" : "\(context.readers.count) readers")</h2>
            <table>\(each(context.readers, by: \.id) { row($0.member, isMe: $0.member.name == context.me.name) })</table>
            <p role="status" class="note">\(context.news)</p>
          </article>
        </div>
        <p class="hint">Everybody with this page is a reader. Scenarios/reading-room.yaml opens three.</p>
        """
    }

    private func book(_ title: String, isOpen: Bool) -> Rendered {
        """
        <li><button phx-click="open" phx-value-book="\(title)" \
        \(attribute: "aria-pressed", isOpen ? "true" : "false")>\(title)</button></li>
        """
    }

    private func row(_ reader: Reader, isMe: Bool) -> Rendered {
        """
        <tr><td>\(reader.name)\(isMe ? " (you)" : "")</td><td>\(reader.book ?? "looks around")</td></tr>
        """
    }
}

/// Somebody in the reading room.
struct Reader: Encodable, Sendable, Equatable {
    let name: String
    /// What lies open before them; nil while they look around.
    var book: String?

    static let books = ["A Field Guide to Fog", "Letters to a Ferryman", "The Second Moon", "Soup, Its Dangers"]

    private static let names = ["Wren", "Heron", "Finch", "Plover", "Swift", "Avocet", "Dunlin", "Knot"]

    /// The reader with a number, whose name comes round again only after all others.
    static func number(_ number: Int) -> Reader {
        let round = number / names.count
        return Reader(name: names[number % names.count] + (round == 0 ? "" : " \(round + 1)"))
    }
}
