import Viewfinder

/// Slates that everybody in a room writes on: what one has typed, the others see as soon as the typing pauses.
struct SlatesView: LiveView {
    struct Context: LiveContext {
        var room = ""
        var me = ""
        var slate = Slate()
        var writers: [String] = []
    }

    enum Event: Decodable, Sendable {
        case write(text: String)
        case wipe
    }

    enum Info: Sendable {
        case written(Slate)
        case came
    }

    /// The slates by their rooms.
    let slates: Shared<[String: Slate]>
    /// How many writers have come so far.
    let visits: Shared<Int>

    func mount(_ params: Params, _ socket: inout Socket) {
        // Who has only asked for the page is no writer yet.
        guard socket.isConnected else { return }
        socket.context.me = "Writer \(visits.change { $0 += 1 })"
    }

    func handleParams(_ params: Params, _ socket: inout Socket) {
        let room = params["room"] ?? Slate.rooms[0]
        if !socket.context.room.isEmpty { leave(socket.context.room, &socket) }
        socket.context.room = room
        socket.context.slate = slates.value[room] ?? Slate()
        socket.title = "\(room) · Slates"
        socket.subscribe(Self.writing(in: room)) { .written($0) }
        socket.subscribe(Self.writers(in: room).changes) { _ in .came }
        if socket.isConnected { socket.track(in: Self.writers(in: room), as: socket.context.me) }
        listWriters(&socket)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        let text =
            switch event {
            case .write(let text): text
            case .wipe: ""
            }
        let (room, author) = (socket.context.room, socket.context.me)
        let all = slates.change { slates in
            let version = slates[room]?.version ?? 0
            slates[room] = Slate(text: text, version: version + 1, author: author)
        }
        socket.context.slate = all[room] ?? Slate()
        socket.broadcastFrom(Self.writing(in: room), socket.context.slate)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        switch info {
        // Of two that write at once, each may hear of the other's older version last.
        case .written(let slate): if slate.version > socket.context.slate.version { socket.context.slate = slate }
        case .came: listWriters(&socket)
        }
    }

    private func leave(_ room: String, _ socket: inout Socket) {
        socket.unsubscribe(Self.writing(in: room))
        socket.unsubscribe(Self.writers(in: room).changes)
        socket.untrack(from: Self.writers(in: room))
    }

    private func listWriters(_ socket: inout Socket) {
        socket.context.writers = socket.presences(in: Self.writers(in: socket.context.room)).map(\.member)
    }

    private static func writing(in room: String) -> Topic<Slate> { Topic("slate:" + room) }
    private static func writers(in room: String) -> PresenceRoom<String> { PresenceRoom("slate:" + room) }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Slates</h1>
        <nav aria-label="Rooms">\(each(Slate.rooms, by: \.self) { door($0, isOpen: $0 == context.room) })</nav>
        <form id="slate-\(context.room)" phx-change="write" phx-submit="write">
          <textarea name="text" rows="8" cols="60" aria-label="Slate in \(context.room)" phx-debounce="300" phx-patch-focused>
        \(context.slate.text)</textarea>
          <p>
            <button type="button" phx-click="wipe" data-confirm="Wipe the slate, for all?"
              \(attribute: "disabled", if: context.slate.text.isEmpty)>Wipe</button>
            \(mark(context.slate))
          </p>
        </form>
        <p class="note">Here: \(context.writers.map { $0 == context.me ? "you" : $0 }.joined(separator: ", "))</p>
        """
    }

    private func door(_ room: String, isOpen: Bool) -> Rendered {
        """
        \(link(room, patch: "/slates/\(room)", isCurrent: isOpen)) 
        """
    }

    private func mark(_ slate: Slate) -> String {
        slate.version == 0 ? "Nobody has written here yet." : "Version \(slate.version), by \(slate.author)."
    }
}

/// What is written on the slate of one room.
struct Slate: Encodable, Sendable, Equatable {
    var text = ""
    /// How often it was changed.
    var version = 0
    var author = ""

    /// The rooms that have a door in every other; any other name is a room as well.
    static let rooms = ["chalk", "ink", "sand"]
}
