import HTMLTree
import LiveProtocol

/// The browser's side of live views, without a browser: one window with its page, its history and its connection.
///
/// A person's deeds (`click`, `input`, `keyDown`, ...) dispatch the events that a browser would, in its order, and push
/// what the bindings say; `settle()` then receives what the views answer. All is synchronous, and time is the clock's.
package final class LiveClient: HookHost {
    let host: any Host
    package let clock: VirtualClock
    package var settings: ClientSettings {
        didSet { clientLog.lint = settings.lint }
    }
    /// What sends files past the engine, by the `uploader` that views name.
    package var uploaders: [String: ([FileTransfer]) -> Void] = [:] {
        didSet { page.uploads.uploaders = uploaders }
    }
    /// Whether an element is to be seen; unless set, whether no markup hides it.
    package var isDisplayed: ((NodeID) -> Bool)? {
        didSet { page.effects.isDisplayed = isDisplayed }
    }
    /// What shows the page; without it, nothing is known of scrolling.
    package weak var viewport: (any Viewport)?
    /// Called when a file input is pressed, where a browser lets the person choose files.
    package var onFileRequest: ((NodeID) -> Void)?
    /// Told of each thing that is written to the log, which itself forgets the oldest.
    package var onRecord: ((LogEntry) -> Void)? {
        get { clientLog.onRecord }
        set { clientLog.onRecord = newValue }
    }
    /// Whether `settle()` is to stop though there is more to do, so that a person's keys get their turn; `onActivity` is
    /// called then. Unless set, it goes on until the page is at rest.
    package var isTurnOver: (() -> Bool)?
    /// Called from any thread when `settle()` may find something new that no input and no passing of time led to.
    package var onActivity: (@Sendable () -> Void)? {
        didSet {
            page.outbox.listen(onActivity)
            page.connection.attempt?.onActivity = onActivity
            loading?.pending.onAnswer = onActivity
            page.sheets.listen(onActivity)
        }
    }

    /// Notes which bindings run; nothing does unless set.
    package var coverage: BindingCoverage?

    private(set) var page: Page
    /// The page that was asked for and is still to come.
    var loading: PageLoading?
    let clientLog: ClientLog
    var history = History()
    var cookies = CookieJar()
    /// How often each path was loaded anew in a row because its view did not answer.
    var reloadCounts: [String: Int] = [:]
    /// How much has been done since the page was last at rest, and how often it was cut off.
    var stepsWithoutRest = 0
    var turnsWithoutRest = 0

    package init(host: any Host, clock: VirtualClock, settings: ClientSettings = ClientSettings()) {
        self.host = host
        self.clock = clock
        self.settings = settings
        clientLog = ClientLog(clock: clock, capacity: settings.logCapacity, lint: settings.lint)
        for initial in settings.cookies {
            cookies.keep(initial.cookie, from: PageURL(origin: initial.origin), at: clock.date)
        }
        page = Page(document: Document(), url: PageURL(origin: settings.origin), clock: clock, log: clientLog)
    }

    /// Makes a page the present one, and does from now on what its parts leave to the client.
    func use(_ page: Page) {
        self.page = page
        page.uploads.uploaders = uploaders
        page.effects.isDisplayed = isDisplayed
        page.effects.announce = { [weak self] name, node in self?.announce(name, on: node) }
        page.outbox.onSilence = { [weak self] _ in self?.reloadWithDelay(reason: "no answer came within 30 seconds") }
        page.hooks.host = self
        page.hooks.make = { [weak self] name in self?.makeHook(name) }
        page.hooks.onHearing = { [weak self] node in
            if let self { coverage?.acted(hookOf: node, of: self) }
        }
    }

    private func makeHook(_ name: String) -> (any ClientHook)? {
        switch name {
        case FocusWrapHook.name: FocusWrapHook { [weak self] in self?.focusWrapMounted($0) }
        case LiveFileInputHook.name: LiveFileInputHook(page.uploads)
        default: settings.hooks[name]?()
        }
    }

    // MARK: The page

    /// The page; another one after each page load, which `documentGeneration` counts.
    package var document: Document { page.document }

    /// Counts the pages that were loaded.
    package var documentGeneration: Int { history.generation }

    /// The path, query and fragment of the page.
    package var url: String { page.url.reference }

    /// The document's title.
    package var title: String { page.title }

    /// Whether the page has lost its server, and has not reached it again yet.
    package var isConnectionLost: Bool { page.connection.isLost }

    /// The address of the page that was asked for and is still to come; nil when none is.
    package var loadingAddress: String? { loading?.load.url.absolute }

    /// What HTTP said of the page, such as 200.
    package var status: Int { page.status }

    /// What a person sees of the page's address: without its host, where that is this program.
    package var address: String { settings.isRemote ? page.url.absolute : page.url.reference }

    /// The same of what a link leads to.
    package func address(of reference: String) -> String {
        let target = page.url.resolve(reference)
        return settings.isRemote || target.origin != page.url.origin ? target.absolute : target.reference
    }

    /// The style sheets of the page's host that it links to, as far as they have come.
    package var linkedSheets: [NodeID: String] { page.sheets.texts }

    /// What the page would need JavaScript for, which does not run here.
    package var needsOfScripts: ScriptNeeds { ScriptNeeds(hooks: hooks.unknownNames, of: document) }

    package var canGoBack: Bool { history.canGoBack }
    package var canGoForward: Bool { history.canGoForward }

    /// What a click asked and waits for; nil when nothing is to be answered.
    package var question: String? { page.questions.text }

    /// Answers what a click asked: it goes on, or nothing comes of it.
    package func answer(_ isConfirmed: Bool) { page.questions.answer(isConfirmed) }

    /// Whether a click on the element does something.
    package func isClickable(_ node: NodeID) -> Bool { document.isClickable(node) }

    /// Keeps a cookie of the page's host, to be sent with what is requested from now on.
    package func keep(_ cookie: SetCookie) { cookies.keep(cookie, from: page.url, at: clock.date) }

    // MARK: The log

    /// What happened lately, oldest first.
    package var log: [LogEntry] { clientLog.entries }

    /// What a browser's console would show, oldest first.
    package var diagnostics: [Diagnostic] {
        clientLog.entries.compactMap { entry in
            if case .diagnostic(let diagnostic) = entry.event { diagnostic } else { nil }
        }
    }

    // MARK: Owners of the page's parts

    /// What of the page has bindings that concern more than one element.
    package var bindings: BindingIndex { page.bindings }
    var views: PageViews { page.views }
    var outbox: Outbox { page.outbox }
    var schedule: PageSchedule { page.schedule }
    var hooks: Hooks { page.hooks }
    var targets: PushTargets {
        PushTargets(document: document, views: views, search: page.search, log: clientLog)
    }
}
