import LiveEngine
import Markup
import Synchronization

/// A room in which people are seen and heard; all its sessions share one log of who left.
struct RoomView: LiveView {
    static let room = PresenceRoom<String>("room")
    static let talk = Topic<String>("talk")

    /// The names of sessions that ended, in order.
    final class Book: Sendable {
        private let names = Mutex<[String]>([])

        var left: [String] { names.withLock { $0 } }

        func enter(_ name: String) { names.withLock { $0.append(name) } }
    }

    enum Info: Sendable {
        case said(String)
        case changed
    }

    struct Context: LiveContext {
        var name = ""
        var present: [String] = []
        var heard: [String] = []
    }

    enum Event: Decodable, Sendable { case say(words: String) }

    let book: Book

    func mount(_ params: Params, _ socket: inout Socket) {
        socket.context.name = params["name"] ?? ""
        socket.subscribe(Self.talk) { .said($0) }
        socket.subscribe(Self.room.changes) { _ in .changed }
        socket.track(in: Self.room, as: socket.context.name)
        look(&socket)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        guard case .say(let words) = event else { return }
        socket.broadcast(Self.talk, words)
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        if case .said(let words) = info { socket.context.heard.append(words) }
        look(&socket)
    }

    func unmount(_ socket: inout Socket) { book.enter(socket.context.name) }

    private func look(_ socket: inout Socket) {
        socket.context.present = socket.presences(in: Self.room).map(\.member)
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        "<p>\(context.present.sorted().joined(separator: " "))</p><p>\(context.heard.joined(separator: " "))</p>"
    }
}
