import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// The page with all that stands around it: inputs in, frames out. It knows no terminal.
final class Interface: TerminalInterface {
    let simulator: Simulator
    /// What the sessions of the page say that they do; nil where the page's host lets nobody see.
    let recorder: SessionRecorder?
    /// The real time since the start, by which work is measured.
    private let now: () -> Duration
    /// The changes of the page so far; nil where they are not kept.
    let history: PageHistory?
    /// What stands beside the page where the inspector is not shown.
    let sidePanel: (any SidePanel)?
    /// The target by which scenarios name an element.
    let target: ((NodeID) -> String?)?

    /// The keys around the page, as the person has them.
    let keys: PanelKeys
    /// What the app has beside the page.
    let directory: AppDirectory
    let clipboard: ClipboardRoute
    /// Where pictures are written; the working folder when empty.
    let pictureFolder: String
    /// What goes on beside the page.
    let companion: (any PageCompanion)?

    private(set) var size: Size
    private(set) var layout: ChromeLayout
    var inspector: Inspector?
    /// What is in front of the page and has the keys.
    var overlay: (any Overlay)?
    /// What is marked on the page's picture.
    var highlights: [PageHighlight] = []
    /// What was searched for, as long as it is marked.
    var search: PageSearch?
    /// The addresses at which one was, the last first.
    var recentPages: [String] = []
    /// Where on the page a mark began that the mouse is making.
    var markStart: Position?
    /// Where on the terminal the button of the mouse went down that is down still.
    var pressStart: Position?
    var isMouseOn: Bool
    private(set) var journal = EventJournal()
    var problems = ProblemWatch()
    /// The banner that appeared last.
    var bannerNews = BannerNews()
    /// Whether errors ring.
    let rings: Bool
    private var wasConnectionLost = false
    var drawnStatus = DrawnStatusLine()
    /// Told of the end of the editor that was asked for, and of what went wrong with it.
    var onEditorEnd: ((_ problem: String?) -> Void)?
    /// What the session is asked for though no input led to it.
    private var reactions: [Reaction] = []

    /// - Parameters:
    ///   - history: Where the changes of the page are kept; nil where they are not.
    ///   - now: The real time since the start, by which work is measured.
    init(
        simulator: Simulator, size: Size, options: TerminalOptions = TerminalOptions(),
        clipboard: ClipboardRoute = .terminal, history: PageHistory? = nil, now: @escaping () -> Duration
    ) {
        self.simulator = simulator
        self.size = size
        self.clipboard = clipboard
        self.history = history
        self.now = now
        recorder = options.recorder
        isMouseOn = options.usesMouse
        rings = options.rings
        sidePanel = options.sidePanel
        companion = options.companion
        directory = options.directory
        pictureFolder = options.pictureFolder
        target = options.target
        keys = options.keyFile.map { PanelKeys($0.map) } ?? .standard
        layout = ChromeLayout(size: size, showsInspector: false)
        if let keyFile = options.keyFile { simulator.keyMap = keyFile.map }
        arrange()
        noteOutcome(took: .zero)
        tellMistakes(in: options)
    }

    /// Tells what of the person's own files does not count.
    private func tellMistakes(in options: TerminalOptions) {
        let mistakes = (options.keyFile?.problems ?? []).map(\.message)
        if let first = mistakes.first {
            let more = mistakes.count == 1 ? "" : "\n(and \(mistakes.count - 1) more: viewfinder keys tells them all)"
            problems.report(first + more)
        } else if !options.looks.problems.isEmpty {
            problems.report(options.looks.problems.joined(separator: "\n"))
        }
    }

    var isUsable: Bool {
        size.columns >= ChromeLayout.smallest.columns && size.rows >= ChromeLayout.smallest.rows
    }

    // MARK: - What the session is asked for

    /// Asks the session for something with the next look at it, whatever leads to it.
    func ask(for reaction: Reaction) { reactions.append(reaction) }

    func takeReactions() -> [Reaction] {
        defer { reactions = [] }
        return reactions
    }

    func editorEnded(problem: String?) {
        defer { onEditorEnd = nil }
        if let problem { problems.tell(problem) }
        work { onEditorEnd?(problem) }
    }

    // MARK: - Time and size

    var nextDeadline: Duration? {
        [simulator.clock.nextDeadline, companion?.nextLook, bannerNews.end].compactMap { $0 }.min()
    }

    var isOver: Bool { companion?.isOver ?? false }

    /// How long the page may work before keys, and the picture, get their turn.
    private static let longestTurn = Duration.milliseconds(40)

    /// Does work on the page; what it does not get done in time waits for the next turn.
    func work<Result>(_ body: () -> Result) -> Result {
        let start = now()
        let now = now
        simulator.client.isTurnOver = { now() - start > Self.longestTurn }
        defer {
            simulator.client.isTurnOver = nil
            noteOutcome(took: now() - start)
        }
        return body()
    }

    /// Lets the page go on to a time and takes in what has come from elsewhere.
    ///
    /// Timers that fell due while the program was busy or stopped run one by one, but not for so long that keys wait.
    func passTime(to target: Duration) {
        if let news = companion?.look(at: target) {
            if news.isProblem { problems.report(news.text) } else { problems.tell(news.text) }
        }
        work {
            let start = now()
            let clock = simulator.clock
            while let next = clock.nextDeadline, next <= target, now() - start < Self.longestTurn {
                simulator.advance(by: max(.zero, next - clock.now))
            }
            if clock.nextDeadline.map({ $0 > target }) ?? true {
                simulator.advance(by: max(.zero, target - clock.now))
            }
        }
        bannerNews.passTime(to: target)
    }

    func use(_ media: MediaFeatures) {
        simulator.use(media: media)
    }

    func resize(_ newSize: Size) {
        size = newSize
        arrange()
    }

    /// Gives every part its place; the page keeps its size while the terminal is too small.
    func arrange() {
        guard isUsable else { return }
        layout = ChromeLayout(
            size: size, showsInspector: inspector != nil || sidePanel != nil,
            share: inspector?.share ?? ChromeLayout.usualShare)
        // A side panel that leaves no room for the page is not shown.
        if layout.page == nil, inspector == nil { layout = ChromeLayout(size: size, showsInspector: false) }
        if let content = layout.pageContent { simulator.resize(content.size) }
    }

    /// Notes what the last work brought about.
    private func noteOutcome(took duration: Duration) {
        let client = simulator.client
        noteRecentPage()
        switch (wasConnectionLost, client.isConnectionLost) {
        case (true, false): problems.tell("the server is there again")
        // What was told before stands in the way of what is more important now.
        case (false, true): problems.acknowledge()
        case (true, true), (false, false): break
        }
        wasConnectionLost = client.isConnectionLost
        let newBanners = bannerNews.update(simulator.banners, at: simulator.clock.now)
        if rings, newBanners.contains(where: \.isError) { ask(for: .ring) }
        let observed = recorder?.take() ?? []
        let hasNews = journal.record(
            client.log, logCapacity: client.settings.logCapacity, duration: duration, observed: observed,
            document: client.document)
        if hasNews || !observed.isEmpty { inspector?.update(journal, recorder) }
        history?.note(
            observed: recorder == nil ? nil : observed, calls: recorder?.callbacks, log: client.log,
            logCapacity: client.settings.logCapacity, took: duration)
        // What was wrong with a page's files is over, or is told anew right behind.
        if observed.contains(where: { $0.happening == .reloaded }) { problems.acknowledge() }
        if problems.hasNews(in: client.log) || observed.contains(where: { $0.failure != nil }) {
            problems.update(simulator.problems)
        }
    }
}
