import HTMLTree
import LiveClient
import LiveProtocol
import TextLayout

/// One page, headless: keys in, frames out.
///
/// It has what a browser has around a page: the focus and its order, text editing, scrolling, hints. What an input means
/// to the page is the client's matter, what the page looks like the layout's. Every input is settled before the call
/// returns: all answers of the view have come and are on the page.
public final class Simulator {
    public let client: LiveClient
    public let clock: VirtualClock

    /// The page's flash banners, in page order.
    public internal(set) var banners: [Banner] = []
    /// The labels on what can be acted on, while they are shown.
    public internal(set) var hints: HintMode?
    /// What the last input failed at, for the person: why a form was not sent. The next input clears it.
    public internal(set) var notice: String?
    /// The file input that the last input pressed, which waits for files: `choose(_:in:)`. The next input clears it.
    public internal(set) var fileRequest: NodeID?

    var screen: Screen
    var bannerAges = BannerAges()
    var editors = FieldEditors()
    var lineWalk = LineWalk()
    var typeAhead = TypeAhead()
    var focusWalk = FocusWalk()
    var focusSight = FocusSight()
    var scrollMemory = ScrollMemory()
    /// The first row that was shown when the page last heard of scrolling.
    var toldRow = 0
    private var pageGeneration = 0
    /// The document's revision that banners are of.
    private var bannerRevision: UInt64 = 0

    /// - Parameters:
    ///   - host: What serves the pages.
    ///   - clock: The time of the host, too.
    ///   - size: The cells of the frames.
    ///   - settings: What the app configures a browser's client with.
    public init(host: any Host, clock: VirtualClock, size: Size, settings: ClientSettings = ClientSettings()) {
        var settings = settings
        settings.asksQuestions = true
        client = LiveClient(host: host, clock: clock, settings: settings)
        self.clock = clock
        screen = Screen(document: client.document, size: Self.usable(size))
        client.onFileRequest = { [weak self] in self?.fileRequest = $0 }
        client.viewport = screen
        client.isDisplayed = { [weak self] node in self?.isDisplayed(node) ?? true }
    }

    public var document: Document { client.document }

    public var size: Size { screen.size }

    /// Requests a page and waits for all that it brings.
    public func open(_ url: String) {
        prepareForInput()
        client.open(url)
        settle()
    }

    /// Takes in all that has come and is due now.
    public func settle() {
        client.settle()
        takeIn()
    }

    /// Lets time pass: runs what is due by then one by one, in order, settling after each. Timers that set one another
    /// without end at one moment keep the time there, and so does the end of the client's turn.
    ///
    /// - Parameter goesOn: Asked after each moment at which something was due, whether to go on.
    /// - Returns: False when the time did not pass to its end.
    @discardableResult
    public func advance(by duration: Duration, while goesOn: () -> Bool = { true }) -> Bool {
        settle()
        let end = clock.now + duration
        while clock.runNext(until: end) {
            settle()
            // Settling runs all that is due; where something still is, it gave up.
            if let next = clock.nextDeadline, next <= clock.now { return false }
            if client.isTurnOver?() == true { return false }
            guard goesOn() else { return false }
        }
        settle()
        return true
    }

    /// Whether an element is to be seen, by its styles.
    public func isDisplayed(_ node: NodeID) -> Bool {
        syncPage()
        return document.isAlive(node) && screen.isDisplayed(node)
    }

    /// What keeps the rest of the page from use while it is shown: the last element with `aria-modal="true"`.
    public var modal: NodeID? {
        client.bindings.elements(.modal).last(where: isDisplayed)
    }

    /// Handler failures and what a browser's console would show, newest last.
    public var problems: [String] {
        let messages = client.diagnostics.map(\.message)
        let failures = client.inspection?.failures ?? []
        return messages + failures.filter { failure in !messages.contains { $0.contains(failure) } }
    }

    /// Ends what belongs to the last input only.
    func prepareForInput() {
        notice = nil
        fileRequest = nil
    }

    /// Brings what is known about the page up to date with it.
    func takeIn() {
        syncPage()
        let revision = document.checkpoint()
        if let row = scrollMemory.rowAfterNavigation(in: client, screen: screen) { screen.scroll(to: row) }
        guard document.revision(of: document.root) > bannerRevision else { return }
        bannerRevision = revision
        banners = BannerFinder(document: document, isDisplayed: screen.isDisplayed)
            .banners(of: client.bindings.elements(.clearFlash))
        bannerAges.update(banners)
    }

    /// After a page load, starts anew with the other document.
    private func syncPage() {
        guard client.documentGeneration != pageGeneration else { return }
        pageGeneration = client.documentGeneration
        scrollMemory.leave(at: screen.scrollRow)
        screen = Screen(document: client.document, size: screen.size)
        client.viewport = screen
        toldRow = 0
        bannerRevision = 0
        editors.removeAll()
        focusWalk.forget()
        focusSight = FocusSight()
        hints = nil
    }

    /// A size that has at least one cell.
    static func usable(_ size: Size) -> Size { Size(columns: max(1, size.columns), rows: max(1, size.rows)) }
}
