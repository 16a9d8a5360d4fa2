import LiveProtocol
import RecordedSessions
import Testing

@testable import LiveClient

/// Replays all of a session, over joins, live navigation and page loads.
final class RecordedRun {
    private let session: RecordedSession
    private let clock = VirtualClock()
    private let host: ScriptedHost
    private let client: LiveClient
    private var html = ""
    /// The answers to joins that were not given yet.
    private var joinReplies: ArraySlice<RecordedSession.Message>
    private var problem: (any Error)?

    init(_ session: RecordedSession, patchesByParts: Bool) {
        self.session = session
        joinReplies = Self.joinReplies(in: session.messages)[...]
        host = ScriptedHost(respond: { _ in PageResponse() }, answer: { _ in nil })
        client = LiveClient(host: host, clock: clock)
        client.settings.patchesByParts = patchesByParts
        host.respond = { [weak self] _ in PageResponse(html: self?.html ?? "") }
        host.answer = { [weak self] frame in self?.answer(to: frame) }
    }

    private static func joinReplies(in messages: [RecordedSession.Message]) -> [RecordedSession.Message] {
        messages.indices.compactMap { index in
            let join = messages[index]
            guard !join.isFromServer, join.event == "phx_join", join.topic.hasPrefix("lv:") else { return nil }
            return messages[index...].first {
                $0.isFromServer && $0.topic == join.topic && $0.reference == join.reference
            }
        }
    }

    private func answer(to frame: ClientFrame) -> Reply? {
        guard case .join = frame.message else { return frame.message.acknowledgement }
        do {
            return try joinReplies.popFirst().flatMap { try $0.reply(to: frame.message) }
        } catch {
            problem = error
            return nil
        }
    }

    /// Runs the session.
    ///
    /// - Returns: What the page shows after each message.
    func run() throws -> [String] {
        var states: [String] = []
        var isReconnected = false
        var isLoaded = false
        for entry in session.entries {
            switch entry {
            case .page(let url, let html):
                self.html = html
                client.open(url)
                isLoaded = true
            case .connection: isReconnected = !isLoaded
            case .message(let message) where message.isFromServer:
                guard let push = try message.push() else { continue }
                host.transports.last?.push(push, topic: message.topic)
            case .message(let message):
                guard message.event == "phx_join", message.topic.hasPrefix("lv:") else { continue }
                if let url = message.payload["redirect"]?.string {
                    client.navigate(to: client.page.url.resolve(Self.path(of: url)), .push)
                } else if isReconnected {
                    host.transports.last?.isConnected = false
                }
                (isLoaded, isReconnected) = (false, false)
            }
            client.settle()
            advance()
            if let problem { throw problem }
            states.append(RecordedState(client).text)
        }
        return states
    }

    /// The recorded address without the host, which is another one here.
    private static func path(of url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        return "/" + (parts.count > 3 ? parts[3] : "")
    }

    private func advance() {
        let limit = clock.now + .seconds(1)
        while clock.runNext(until: limit) { client.settle() }
        client.settle()
    }
}
