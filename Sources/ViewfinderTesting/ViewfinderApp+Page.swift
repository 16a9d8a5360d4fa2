import LiveClient
import LiveEngine
import LiveProtocol
import Viewfinder

extension ViewfinderApp {
    /// Opens a page of the app, with an engine, a clock and a window of its own.
    ///
    /// - Parameters:
    ///   - path: Its path, with a query perhaps.
    ///   - columns: The width of the terminal.
    ///   - rows: Its height.
    ///   - file: The test's file, which failures name and beside which snapshots are kept.
    ///   - test: What the snapshots of the page are kept under.
    /// - Throws: `PageFailure` when no route leads there, or its view cannot be shown.
    public static func page(
        _ path: String = "/", columns: Int = 80, rows: Int = 24, file: String = #filePath, test: String = #function,
        line: Int = #line, column: Int = #column
    ) async throws(PageFailure) -> sending LivePage {
        let page = LivePage(app: AppHost<Self>(), size: (columns, rows), file: file, test: test)
        try page.open(path, line: line, column: column)
        return page
    }
}

extension LiveView where Self: Sendable {
    /// Opens the view alone, at `/`, with an engine, a clock and a window of its own.
    ///
    /// - Parameters:
    ///   - query: The address's query, such as `page=2`.
    ///   - columns: The width of the terminal.
    ///   - rows: Its height.
    ///   - file: The test's file, which failures name and beside which snapshots are kept.
    ///   - test: What the snapshots of the page are kept under.
    /// - Throws: `PageFailure` when it cannot be shown.
    public func page(
        query: String = "", columns: Int = 80, rows: Int = 24, file: String = #filePath, test: String = #function,
        line: Int = #line, column: Int = #column
    ) async throws(PageFailure) -> sending LivePage {
        let page = LivePage(app: ViewHost(view: self), size: (columns, rows), file: file, test: test)
        try page.open(query.isEmpty ? "/" : "/?\(query)", line: line, column: column)
        return page
    }
}

/// An app as the command line runs it.
struct AppHost<App: ViewfinderApp>: PageHostMaker {
    private let factory = PageFactory<App>()

    var settings: ClientSettings { factory.clientSettings }

    func makeHost(_ clock: VirtualClock, _ observer: any SessionObserver) -> any Host {
        factory.makeEngine(clock: clock, observer: observer)
    }
}

/// A view without an app.
private struct ViewHost<View: LiveView & Sendable>: PageHostMaker {
    let view: View

    var settings: ClientSettings { ClientSettings() }

    func makeHost(_ clock: VirtualClock, _ observer: any SessionObserver) -> any Host {
        let view = view
        return Engine(routes: Routes([Route("/") { view }]), clock: clock, observer: observer)
    }
}
