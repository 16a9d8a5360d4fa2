import Basics
import LiveClient
import LiveEngine
import LiveProtocol
import Logging
import Simulator
import TerminalUI
import TextLayout

/// Puts an engine behind a simulator: the one place where server and client meet.
package struct PageFactory<App: ViewfinderApp> {
    private let app = App()

    package init() {}

    /// Makes an engine of its own for one page, or for one run of a scenario.
    ///
    /// - Parameters:
    ///   - observer: Sees what its sessions do.
    ///   - coverage: Notes what its sessions are made to do.
    package func makeEngine(
        clock: VirtualClock, observer: (any SessionObserver)? = nil, coverage: EngineCoverage? = nil
    ) -> Engine {
        Engine(
            routes: Routes(app.routes), clock: clock, layout: app.layout, limits: app.limits,
            stopwatch: Stopwatch { RealTime.monotonic }, logger: app.logger, observer: observer,
            coverage: coverage)
    }

    /// The addresses of the app and the views behind them.
    package var routes: Routes { Routes(app.routes) }

    /// What the app has beside a page that is open, for the palette: its addresses, and the scenarios of the folder that
    /// the program runs in.
    var directory: AppDirectory {
        let addresses = app.routes.map(\.path).filter { !$0.contains(":") && !$0.contains("*") }
        return AppDirectory(addresses: addresses, playCommand: "\(ProgramName.own) play") {
            FileSystem.tree(below: "Scenarios", depth: 4).files
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { "Scenarios/\($0)" }
        }
    }

    /// The document around every view.
    package var layout: RootLayout { app.layout }

    /// How far sessions may go.
    package var limits: SessionLimits { app.limits }

    /// Where failures, mounts, events and ends are written.
    package var logger: Logger? { app.logger }

    /// What the app configures a browser's client with.
    package var clientSettings: ClientSettings {
        var settings = ClientSettings()
        settings.hooks = app.hooks
        settings.sendsModifiers = app.sendsModifiers
        settings.allowsNavigation = app.allows
        return settings
    }

    /// Opens a page in a simulator of the given size, settled and ready to be drawn.
    ///
    /// - Parameters:
    ///   - state: What another program left of a page, to go on with in place of the path.
    ///   - observer: Sees what the sessions of the page do.
    ///   - reloadsTemplates: Whether the page shows template files that are edited while it is open.
    ///   - connects: Whether the page's views are joined.
    ///   - seed: The seed of the chance that views are handed; nil for chance that nobody knows beforehand.
    /// - Throws: `UnknownView` when no route leads to the path.
    func open(
        _ path: String, goingOnFrom state: PageState? = nil, size: Size, clock: VirtualClock = VirtualClock(),
        observer: (any SessionObserver)? = nil, reloadsTemplates: Bool = false, connects: Bool = true,
        seed: UInt64? = nil
    ) throws(UnknownView) -> Simulator {
        let engine = makeEngine(clock: clock, observer: observer)
        if let seed { engine.seedChance(seed) }
        if reloadsTemplates { TemplateReload.start(engine, on: clock) }
        guard engine.hasView(at: path) else { throw UnknownView(path: path, routes: engine.routeList.map(\.path)) }
        var settings = clientSettings
        settings.connects = connects
        guard let state else {
            let simulator = Simulator(host: engine, clock: clock, size: size, settings: settings)
            simulator.open(path)
            return simulator
        }
        let network = Network(to: engine, clock: clock)
        let simulator = Simulator(host: network, clock: clock, size: size, settings: settings)
        simulator.goOn(from: state, over: network)
        return simulator
    }
}

/// A path that no route leads to.
struct UnknownView: Error {
    let path: String
    let routes: [String]
}

extension UnknownView: CustomStringConvertible {
    var description: String {
        let suggestion = NearestName.of(path, among: routes).map { " Did you mean \($0)?" } ?? ""
        return "There is no view at \(ReadableText.quote(path)).\(suggestion) The views are:\n"
            + routes.map { "  \(ReadableText.line($0))\n" }.joined()
    }
}

/// Shows edited template files in the pages that are open, by looking now and then whether any has changed.
///
/// It looks from the loop's own turns, by the page's clock, so that no page changes while a key is being handled.
private enum TemplateReload {
    private static let interval = Duration.milliseconds(500)

    static func start(_ engine: Engine, on clock: VirtualClock) {
        clock.schedule(after: interval) { [weak engine, weak clock] in
            guard let engine, let clock else { return }
            engine.reloadTemplates()
            start(engine, on: clock)
        }
    }
}
