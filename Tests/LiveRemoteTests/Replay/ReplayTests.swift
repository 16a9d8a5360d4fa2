import LiveProtocol
import LiveRemote
import RecordedSessions
import Testing

@testable import LiveClient

/// A client whose server is recorded, over real connections.
private final class Replay {
    private let session: RecordedSession
    private let server: ReplayServer
    private let clock = VirtualClock()
    private let host = WatchedHost()
    private let waiting = Waiting()
    let client: LiveClient

    init(_ session: RecordedSession) throws {
        self.session = session
        server = try ReplayServer(session)
        var settings = ClientSettings()
        settings.origin = server.server.origin
        client = LiveClient(host: host, clock: clock, settings: settings)
        client.isDisplayed = { _ in false }
        client.onActivity = waiting.ring
        host.onSecondRequest = { [unowned client] in RecordedState(client) }
    }

    /// Loads the page, joins, takes all that the server says, and lets the time pass that the recorder gave.
    func run() -> RecordedState {
        client.open(session.page.url)
        #expect(wait { client.diagnostics.contains { $0.message.contains(ReplayServer.end) } }, "not all has come")
        let limit = clock.now + .milliseconds(6_500)
        while host.left == nil, clock.runNext(until: limit) {
            #expect(wait { client.views.all.allSatisfy(\.pending.isEmpty) && client.loading == nil }, "no answer came")
        }
        client.settle()
        return host.left ?? RecordedState(client)
    }

    private func wait(_ isDone: () -> Bool) -> Bool {
        waiting.until {
            client.settle()
            return host.left != nil || isDone()
        }
    }
}

/// Notes what the page was when another one was asked for: the recordings end there.
private final class WatchedHost: Host {
    private let host = RemoteHost()
    private var count = 0
    private(set) var left: RecordedState?
    var onSecondRequest: () -> RecordedState? = { nil }

    func request(_ request: PageRequest) -> PendingPage {
        count += 1
        if count == 2 { left = onSecondRequest() }
        return host.request(request)
    }

    func connect(_ request: ConnectRequest) -> any Transport { host.connect(request) }
}

private func check(_ recording: Recording) throws {
    guard let text = try recording.text(of: "txt", in: "expected") else { return }
    let replay = try Replay(recording.session())
    let state = replay.run()
    if let difference = RecordedState.difference(between: state.text, and: CanonicalForm.withoutValues(text)) {
        Issue.record("the page of \(recording) (- wanted, + found):\n\(difference)")
    }
    if let title = try recording.text(of: "title", in: "expected") { #expect("\(state.title)\n\(state.url)" == title) }
    #expect(replay.client.diagnostics.filter { $0.rule == .renderedTree } == [])
}

struct ReplayTests {
    @Test(arguments: Recording.Place.repository.sessions)
    func `A recorded session ends in the browser's page, over real connections`(_ recording: Recording) throws {
        try check(recording)
    }
}

@Suite(
    .enabled(if: !Recording.Place.shared.sessions.isEmpty, "the recorded sessions are not beside the checkout"))
struct SharedReplayTests {
    @Test(arguments: Recording.Place.shared.sessions)
    func `A recorded session ends in the browser's page, over real connections`(_ recording: Recording) throws {
        try check(recording)
    }

    @Test(arguments: Recording.Place.shared.sessions)
    func `Every cookie that a recorded server set is one`(_ recording: Recording) throws {
        for line in try #require(try recording.text(of: "jsonl")).split(separator: "\n") {
            guard case .array(let headers)? = try JSONValue(parsing: line)["headers"] else { continue }
            for case .array(let pair) in headers where pair.first == "set-cookie" {
                let header = try #require(pair.last?.string)
                let cookie = try #require(SetCookie(header: header))
                #expect(header.hasPrefix("\(cookie.name)=\(cookie.value)"))
                #expect(cookie.path == "/")
            }
        }
    }
}
