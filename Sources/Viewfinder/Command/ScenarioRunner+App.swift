import LiveClient
import LiveEngine
import Scenarios

extension ScenarioRunner {
    /// Makes what runs the scenarios of an app.
    ///
    /// - Parameters:
    ///   - update: Which snapshots are written, where that is not what the options say.
    ///   - cookies: The cookies that windows begin with.
    ///   - server: How servers elsewhere are reached; nil where this program reaches none.
    ///   - coverage: Notes what the sessions are made to handle.
    ///   - makeObservers: Makes what sees a case run.
    init<App: ViewfinderApp>(
        of app: App.Type, _ options: ScenarioOptions, update: SnapshotUpdate? = nil, cookies: [InitialCookie] = [],
        server: ServerAccess?, coverage: EngineCoverage? = nil,
        makeObservers: @escaping @Sendable (ScenarioCase) -> [any CaseObserver] = { _ in [] }
    ) {
        let change = options.changeSettings
        self.init(
            update: update ?? options.snapshotUpdate,
            makeSettings: {
                var settings = PageFactory<App>().clientSettings
                settings.cookies = cookies
                change(&settings)
                return settings
            }, now: { RealTime.monotonic }, date: { RealTime.date }, server: server, makeObservers: makeObservers
        ) { clock, observer in
            PageFactory<App>().makeEngine(clock: clock, observer: observer, coverage: coverage)
        }
    }
}
