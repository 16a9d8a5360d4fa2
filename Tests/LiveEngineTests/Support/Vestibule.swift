import LiveEngine
import Markup
import Synchronization

/// What handlers did by themselves, whichever session they ran in.
final class HandlerLog: Sendable {
    private let content = Mutex<[String]>([])

    var entries: [String] { content.withLock { $0 } }

    func note(_ entry: String) { content.withLock { $0.append(entry) } }
}

/// A view that does what its address says while it mounts, and asks for all that a session can start.
struct Vestibule: LiveView {
    static let room = Topic<String>("vestibule")
    static let guests = PresenceRoom<String>("vestibule")

    struct Context: LiveContext {
        var isConnected = false
        var page = ""
        var songs = LiveStream<Song>("songs")
        var weather = AsyncResult<String>.loading()
    }

    struct Song: Encodable, Sendable, Identifiable { let id: Int }

    enum Info: Sendable { case heard(String) }

    struct Leak: Error, CustomStringConvertible {
        var description: String { "the roof <leaks>" }
    }

    let log: HandlerLog

    func mount(_ params: Params, _ socket: inout Socket) throws {
        log.note("mount \(socket.isConnected)")
        socket.context.isConnected = socket.isConnected
        socket.context.songs.insert(contentsOf: (1...2).map { Song(id: $0) })
        socket.title = params["title"]
        if let text = params["say"] { socket.putFlash("info", text) }
        if let text = params["fail"] { throw StatusError(Int(text) ?? 500, "No <coats> here.") }
        if params["leak"] != nil { throw Leak() }
        if let url = params["redirect"] { socket.redirect(to: url) }
        if let url = params["navigate"] { socket.pushNavigate(to: url) }
        socket.subscribe(Self.room) { .heard($0) }
        socket.broadcast(Self.room, "hello")
        socket.track(in: Self.guests, as: "guest")
        socket.schedule(.heard("tick"), every: .seconds(1))
        let log = log
        socket.startTask("work") {
            log.note("task")
        } then: { _ in
            .heard("done")
        }
        socket.sender.send(.heard("sent"))
        try socket.allowUpload("coats", UploadRules())
    }

    func handleParams(_ params: Params, _ socket: inout Socket) {
        log.note("handleParams \(socket.isConnected)")
        socket.context.page = params["page"] ?? ""
        if let url = params["patch"] { socket.pushPatch(to: url) }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) {
        if case .heard(let word) = info { log.note("heard \(word)") }
    }

    func unmount(_ socket: inout Socket) { log.note("unmount \(socket.isConnected)") }

    func render(_ context: Context, _ meta: Meta) throws -> Rendered {
        """
        <h1>\(context.isConnected ? "live" : "dead") \(context.page)</h1>
        \(meta.flash.map { key, text in "<i class=\"\(key)\">\(text)</i>" })
        <ul id="songs" phx-update="stream">\(stream(context.songs) { id, song in "<li id=\"\(id)\">\(song.id)</li>" })</ul>
        """
    }
}
