import LiveProtocol
import RecordedSessions
import Synchronization

/// Says over HTTP and WebSocket what the server of a recorded session said: the first page for every request, the answer to
/// the first join for every join, after it all that the server changed; everything else changes nothing.
struct ReplayServer {
    /// Nothing of the protocol; the last that is sent after a join.
    static let end = "replay_end"

    let server: RecordedServer

    init(_ session: RecordedSession) throws {
        let isPlayed = Mutex(false)
        let script = RecordedServer.Script(
            page: { _ in RecordedServer.Page(session.page.html) },
            received: { text, peer in
                guard let asked = try? ClientFrame(parsing: text) else { return }
                for frame in Self.answers(to: asked, in: session) { peer.send(frame.json) }
                guard case .join = asked.message,
                    isPlayed.withLock({ isPlayed in
                        defer { isPlayed = true }
                        return !isPlayed
                    })
                else { return }
                for frame in session.pushFrames { peer.send(frame.json) }
                peer.send(JSONValue.array([.null, .null, .string(asked.topic), .string(Self.end), [:]]).json)
            })
        server = try RecordedServer(script)
    }

    private static func answers(to asked: ClientFrame, in session: RecordedSession) -> [JSONValue] {
        let payload: JSONValue
        switch asked.message {
        case .join:
            guard let join = session.firstJoin else { return [] }
            payload = session.messages[join].payload
        case .componentsDestroyed(let cids):
            payload = ["status": "ok", "response": ["cids": .array(cids.map(JSONValue.integer))]]
        default: payload = ["status": "ok", "response": [:]]
        }
        let joinReference = asked.joinReference.map { JSONValue.string(String($0)) } ?? .null
        return [
            .array([
                joinReference, .string(String(asked.reference)), .string(asked.topic), "phx_reply", payload,
            ])
        ]
    }
}
