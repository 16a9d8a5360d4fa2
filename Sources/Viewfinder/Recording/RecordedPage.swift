import Dispatch
import LiveClient
import LiveEngine
import LiveProtocol
import Scenarios
import Simulator
import TextLayout

/// The page that is recorded, of this program or of a server elsewhere, and what runs its scenario in the end.
struct RecordedPage<App: ViewfinderApp, Network: NetworkAccess> {
    let simulator: Simulator
    /// The path that the scenario opens.
    let path: String
    /// What the sessions of the page say that they do; nil for those of a server elsewhere.
    let sessions: SessionRecorder?
    let runner: ScenarioRunner
    private let start = RealTime.monotonic

    /// How long a page elsewhere, and what it brings at once, may take.
    private static var limit: Duration { .seconds(10) }

    /// - Throws: `UnknownView`, or `ExitStatus` after saying why there is nothing to show.
    init(_ text: String, at address: ServerPage?, _ remote: RemoteArguments) throws {
        let factory = PageFactory<App>()
        let size = Size(columns: 80, rows: 24)
        let options = HostOptions(remote)
        let server = Network.makeHost.map { makeHost in
            ServerAccess(date: { RealTime.date }, makeHost: { _ in makeHost(options) })
        }
        let cookies = try address.map { try remote.initialCookies(for: $0.server.origin) } ?? []
        runner = ScenarioRunner(
            update: .missing,
            makeSettings: {
                var settings = PageFactory<App>().clientSettings
                settings.cookies = cookies
                return settings
            }, now: { RealTime.monotonic }, server: server
        ) { clock, observer in PageFactory<App>().makeEngine(clock: clock, observer: observer) }
        guard let address, let makeHost = Network.makeHost else {
            let sessions = SessionRecorder()
            self.sessions = sessions
            path = text
            // The day and the chance are those of scenarios, so that what the page shows of them is what a run is going to
            // show.
            simulator = try factory.open(text, size: size, observer: sessions, seed: UInt64(World().seed))
            return
        }
        sessions = nil
        path = address.path
        var settings = factory.clientSettings
        settings.origin = address.server.origin
        settings.isRemote = true
        settings.cookies = cookies
        settings.lint[.unknownHook] = .ignore
        simulator = Simulator(
            host: makeHost(options), clock: VirtualClock(epoch: RealTime.date), size: size, settings: settings)
        try awaitPage(address)
    }

    /// The real time since the page was asked for.
    var now: Duration { RealTime.monotonic - start }

    private func awaitPage(_ address: ServerPage) throws {
        let activity = DispatchSemaphore(value: 0)
        let client = simulator.client
        client.onActivity = { activity.signal() }
        defer { client.onActivity = nil }
        simulator.open(address.path)
        while now < Self.limit {
            simulator.advance(by: max(.zero, now - client.clock.now))
            if client.documentGeneration > 0, client.unansweredCount == 0 { return }
            if client.documentGeneration == 0, client.loadingAddress == nil { break }
            _ = activity.wait(timeout: .now() + .milliseconds(20))
        }
        guard client.documentGeneration == 0 else { return }
        try Output.errors.words(simulator.problems.last ?? "\(address) did not answer in time")
        throw ExitStatus.unusable
    }
}
