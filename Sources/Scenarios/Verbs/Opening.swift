import LiveClient
import LiveProtocol
import OrderedCollections
import Simulator
import TextLayout

extension Verb {
    private static let path = Option("path", .text, "The page's path.")
    private static let view = Option("view", .text, "The view at the page's path, by the name of its type.")
    private static let params = Option(
        "params", .dictionary(.text), "The values in that path, by name; others go into the query.",
        companion: view.name)
    private static let session = Option(
        "session", .dictionary(.json),
        "What is known of the visitor, for hooks and views to read; kept from page to page.")
    private static let connect = Option(
        "connect", .boolean,
        """
        Whether its views are joined, which they are unless told; otherwise the page stays as it was loaded, and so do \
        those that links lead to, until the next page is opened.
        """)

    static let open = Verb(
        "open", "Opens a page by its path, or by its view, and waits for its first picture.",
        example: "open: /settings",
        shape: .short(.text, .init("open", path, view, params, session, connect).choosing([path.name, view.name]))
    ) { argument in
        let connects = argument[connect] ?? true
        let session = argument[session].map { OrderedDictionary($0) { $1 } }
        if let view = argument[view] {
            let params = OrderedDictionary(argument[params] ?? []) { $1 }
            return OpenStep(page: .view(view, params: params), session: session, connects: connects)
        }
        return (argument[path] ?? argument.text).map {
            OpenStep(page: .url($0), session: session, connects: connects)
        }
    }

    static let page = Verb(
        "page",
        """
        Goes on in another page of the same app, as in a second window: a new one at its first mention, in which \
        nothing is open yet. The page that a scenario starts in is called \(CasePages.firstName).
        """,
        example: "page: second", argument: .text
    ) { PageStep(name: $0) }

    static let go = Verb(
        "go", "Goes back or forward in the history, or loads the page again.", example: "go: back", argument: .word
    ) { GoStep(move: $0) }
}

/// Opens a page of the app's own; of an address elsewhere the path alone would be opened here.
struct OpenStep: StepAction {
    enum Page: Hashable, Sendable {
        case url(String)
        /// A view by the name of its type, with the values of its path and query.
        case view(String, params: OrderedDictionary<String, String>)
    }

    let page: Page
    /// What is known of the visitor; nil where nothing new is.
    let session: OrderedDictionary<String, JSONValue>?
    /// Whether the page's views are joined.
    let connects: Bool

    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let url = try url(in: run)
        if let session { try begin(session, in: run) }
        let origin = run.simulator.client.settings.origin
        let isAbsolute = url.hasPrefix("//") || url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
        guard !isAbsolute || url == origin || url.hasPrefix(origin + "/") || url.hasPrefix(origin + "?") else {
            throw CaseRun.Stop(
                reason: .impossible([
                    "no view answers \(ReadableText.quote(url)): the views are under \(origin); open a path such as /settings"
                ]))
        }
        let client = run.simulator.client
        let generation = client.documentGeneration
        client.settings.connects = connects
        run.simulator.open(url)
        guard run.serverTime != nil else { return }
        let wait = run.waiting.wait(within: ServerTime.pageLimit, for: .page) {
            !client.isConnectionLost && client.unansweredCount == 0
        }
        guard wait != nil || client.documentGeneration == generation else { return }
        // What a page that did not come says of it is the newest word on the connection.
        let reason = client.diagnostics.last { $0.rule == .connection || $0.rule == .join }?.message
        let limit = ScenarioTexts.text(of: ServerTime.pageLimit)
        throw CaseRun.Stop(
            reason: .impossible([reason ?? "the page did not come, or its views were not joined, within \(limit)"]))
    }

    private func begin(_ session: OrderedDictionary<String, JSONValue>, in run: CaseRun) throws(CaseRun.Stop) {
        guard let host = run.network.inProcess else {
            throw CaseRun.Stop(reason: .needsOwnProcess("a server elsewhere makes its sessions itself"))
        }
        do throws(ScriptRefusal) {
            run.simulator.client.keep(try host.cookie(ofSession: session))
        } catch {
            throw CaseRun.Stop(reason: .impossible(["\(error)"]))
        }
    }

    private func url(in run: CaseRun) throws(CaseRun.Stop) -> String {
        switch page {
        case .url(let url): return url
        case .view(let view, let params):
            guard let host = run.network.inProcess else {
                throw CaseRun.Stop(reason: .needsOwnProcess("a server elsewhere knows no views by name; open a path"))
            }
            do throws(ScriptRefusal) {
                return try host.address(ofView: view, params: params)
            } catch {
                throw CaseRun.Stop(reason: .impossible(["\(error)"]))
            }
        }
    }
}

/// Goes on in another page of the same app, by a name of the scenario's own.
struct PageStep: StepAction {
    let name: String

    var isDeed: Bool { false }
    var needsPage: Bool { false }

    func perform(in run: inout CaseRun) { run.switchPage(to: name) }
}

/// Moves in the history of the page.
struct GoStep: StepAction {
    enum Move: String, Hashable, Sendable, CaseIterable {
        case back, forward, reload
    }

    let move: Move

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let client = run.simulator.client
        switch move {
        case .back:
            guard client.canGoBack else { throw noHistory }
            client.goBack()
        case .forward:
            guard client.canGoForward else { throw noHistory }
            client.goForward()
        case .reload:
            client.reload()
        }
        run.simulator.settle()
    }

    private var noHistory: CaseRun.Stop {
        CaseRun.Stop(reason: .impossible(["there is no page to go \(move.rawValue) to"]))
    }
}
