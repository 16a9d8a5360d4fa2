import Markup

@testable import LiveEngine

/// Says things on a topic and notes what it hears.
struct ChatView: LiveView {
    static let room = Topic<String>("room")

    struct Context: LiveContext {
        var heard: [String] = []
    }

    enum Event: Decodable, Sendable {
        case say(String), tellOthers(String), sayThenThrow(String), sayThenFailRender(String)
        case listen, listenLoudly, stop, note(String), toMyself(Int), sayAndLeave(String), echo, nothing
    }

    enum Info: Sendable {
        case heard(String)
        case countdown(Int)
    }

    struct Broken: Error {}

    func mount(_ params: Params, _ socket: inout Socket) {
        if params["silent"] == nil { socket.subscribe(Self.room) { .heard($0) } }
        if let word = params["say"] { socket.broadcast(Self.room, word) }
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        switch event {
        case .say(let word): socket.broadcast(Self.room, word)
        case .tellOthers(let word): socket.broadcastFrom(Self.room, word)
        case .sayThenThrow(let word):
            socket.unsubscribe(Self.room)
            socket.broadcast(Self.room, word)
            throw Broken()
        case .sayThenFailRender(let word):
            socket.broadcast(Self.room, word)
            socket.context.heard.append("fail")
        case .listen: socket.subscribe(Self.room) { .heard($0) }
        case .listenLoudly: socket.subscribe(Self.room) { .heard($0.uppercased()) }
        case .stop: socket.unsubscribe(Self.room)
        case .note(let word): socket.context.heard.append(word)
        case .toMyself(let count): socket.send(.countdown(count))
        case .sayAndLeave(let word):
            socket.broadcast(Self.room, word)
            socket.pushNavigate(to: "/elsewhere")
        case .echo: socket.send(.heard("echo"))
        case .nothing: break
        }
    }

    func handleInfo(_ info: Info, _ socket: inout Socket) throws {
        switch info {
        case .heard("crash"): throw Broken()
        case .heard("echo"): socket.send(.heard("echo"))
        case .heard(let word): socket.context.heard.append(word)
        case .countdown(let count):
            socket.context.heard.append("\(count)")
            if count > 0 { socket.send(.countdown(count - 1)) }
        }
    }

    func render(_ context: Context, _ meta: Meta) throws -> Rendered {
        if context.heard.last == "fail" { throw Broken() }
        return "\(context.heard.joined(separator: " "))"
    }
}
