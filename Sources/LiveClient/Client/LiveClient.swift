import HTMLTree
import LiveProtocol

/// The browser's side of live views, without a browser: one window with its page, its history and its connection.
///
/// A person's deeds (`click`, `input`, `keyDown`, ...) dispatch the events that a browser would, in its order, and push
/// what the bindings say; `settle()` then takes in what the views answer. All is synchronous, and time is the clock's.
public final class LiveClient {
    let host: any Host
    public let clock: VirtualClock
    public var settings: ClientSettings
    /// What sends files past the engine, by the `uploader` that views name.
    public var uploaders: [String: ([FileTransfer]) -> Void] = [:]
    /// Whether an element is to be seen; unless set, whether no markup hides it.
    public var isDisplayed: ((NodeID) -> Bool)?
    /// What shows the page; without it, nothing is known of scrolling.
    public weak var viewport: (any Viewport)?
    /// Called when a file input is pressed, where a browser lets the person choose files.
    public var onFileRequest: ((NodeID) -> Void)?
    /// Told of each thing that is written to the log, which itself forgets the oldest.
    public var onRecord: ((LogEntry) -> Void)?
    /// Whether `settle()` is to stop though there is more to do, so that a person's keys get their turn; `onActivity` is
    /// called then. Unless set, it goes on until the page is at rest.
    public var isTurnOver: (() -> Bool)?
    /// Called from any thread when `settle()` may find something new that no input and no passing of time led to.
    public var onActivity: (@Sendable () -> Void)? {
        didSet { page.transport?.onActivity = onActivity }
    }

    var page: Page
    var history = History()
    var cookies = CookieJar()
    var clientLog: ClientLog
    /// How often each path was loaded anew in a row because its view did not answer.
    var reloadCounts: [String: Int] = [:]
    /// How much has been done since the page was last at rest, and how often it was cut off.
    var stepsWithoutRest = 0
    var turnsWithoutRest = 0
    /// How changes were shown so far.
    var patchCounts = PatchCounts()
    /// Counts the pages that were loaded.
    public internal(set) var documentGeneration = 0

    public init(host: any Host, clock: VirtualClock, settings: ClientSettings = ClientSettings()) {
        self.host = host
        self.clock = clock
        self.settings = settings
        clientLog = ClientLog(capacity: settings.logCapacity)
        page = Page(document: Document(), url: PageURL(origin: settings.origin), clock: clock)
    }

    /// The page; another one after each page load, which `documentGeneration` counts.
    public var document: Document { page.document }

    /// What of the page has bindings that concern more than one element.
    package var bindings: BindingIndex { page.bindings }

    /// The path, query and fragment of the page.
    public var url: String { page.url.reference }

    /// The document's title.
    public var title: String { page.title }

    /// Whether the page has lost its server, and has not reached it again yet.
    public var isConnectionLost: Bool { page.connection.isLost }

    public var canGoBack: Bool { history.canGoBack }
    public var canGoForward: Bool { history.canGoForward }

    /// What happened lately, oldest first.
    public var log: [LogEntry] { clientLog.entries }

    /// What a browser's console would show, oldest first.
    public var diagnostics: [Diagnostic] {
        clientLog.entries.compactMap { entry in
            if case .diagnostic(let diagnostic) = entry.event { diagnostic } else { nil }
        }
    }
}
