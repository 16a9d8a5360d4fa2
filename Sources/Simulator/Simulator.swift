import HTMLTree
import LiveClient
import LiveProtocol
import TextLayout

/// One page, headless: keys in, frames out.
///
/// It has what a browser has around a page: the focus and its order, text editing, scrolling, hints. What an input means
/// to the page is the client's matter, what the page looks like the layout's. Every input is settled before the call
/// returns: all answers of the view have come and are on the page.
package final class Simulator {
    let page: OpenPage
    let editing: FieldEditing
    let focusMover: FocusMover
    let choices: Choices
    let hintLabels: Hints
    let rowCursor: RowCursor
    private(set) var pageKeys = PageKeys.standard
    let elementLabels: ElementLabels
    let dateFields: DateFields
    let selectList: SelectList
    let suggestions: Suggestions

    /// - Parameters:
    ///   - host: What serves the pages.
    ///   - clock: The time of the host, too.
    ///   - size: The cells of the frames.
    ///   - settings: What the app configures a browser's client with.
    package init(host: any Host, clock: VirtualClock, size: Size, settings: ClientSettings = ClientSettings()) {
        var settings = settings
        settings.asksQuestions = true
        let client = LiveClient(host: host, clock: clock, settings: settings)
        page = OpenPage(client: client, clock: clock, size: Self.usable(size))
        editing = FieldEditing(on: page)
        focusMover = FocusMover(on: page)
        choices = Choices(on: page)
        hintLabels = Hints(of: page)
        rowCursor = RowCursor(on: page)
        elementLabels = ElementLabels(of: page)
        dateFields = DateFields(on: page)
        selectList = SelectList(on: page)
        suggestions = Suggestions(on: page)
        page.onInput = { [weak self] in self?.dateFields.endTyping(before: $0) }
        page.onLoad = { [weak self] in self?.startAnew() }
    }

    /// Forgets what belongs to the page before.
    private func startAnew() {
        editing.startAnew()
        focusMover.startAnew()
        hintLabels.hide()
        rowCursor.startAnew()
        elementLabels.hide()
        selectList.hide()
        suggestions.hide()
    }

    package var client: LiveClient { page.client }

    package var clock: VirtualClock { page.clock }

    /// The keys that a person gave to actions of the page and of its text fields.
    package var keyMap = KeyMap.standard {
        didSet {
            pageKeys = PageKeys(keyMap)
            editing.keys = FieldKeys(keyMap)
        }
    }

    /// The page's flash banners, in page order.
    package var banners: [Banner] { page.banners.all }

    /// The labels on what can be acted on, while they are shown.
    package var hints: HintMode? { hintLabels.mode }

    /// What the last input failed at, for the person: why a form was not sent. The next input clears it.
    package var notice: String? { page.notice }

    /// The file input that the last input pressed, which waits for files: `choose(_:in:)`. The next input clears it.
    package var fileRequest: NodeID? { page.fileRequest }

    /// The text area whose text the last input wants in the person's own editor: `take(_:editedIn:)`. The next input
    /// clears it.
    package var editRequest: NodeID? { page.editRequest }

    /// Hears what a person does to the page.
    package var deedListener: (any DeedListener)? {
        get { page.listener }
        set { page.listener = newValue }
    }

    /// Whether the page listens to a key itself, so that it is left to the page.
    package func isHeardByPage(_ key: Key) -> Bool { page.keyBindings.listen(to: key) }

    /// Whether something comes of a click on an element.
    package func hearsClicks(_ node: NodeID) -> Bool { page.hearsClicks(node) }

    /// The banner that appeared last.
    package var newestBanner: Banner? { page.banners.newest }

    package var document: Document { page.document }

    package var size: Size { page.window.size }

    /// Requests a page and waits for all that it brings.
    package func open(_ url: String) {
        page.prepareForInput()
        client.open(url)
        settle()
    }

    /// Goes back in the history of the page.
    ///
    /// - Throws: When this is the first page.
    package func goBack() throws(SimulatorError) {
        guard client.canGoBack else { throw .nowhereToGo("back") }
        page.prepareForInput()
        page.step(isBack: true)
        settle()
    }

    /// Goes forward again after going back.
    ///
    /// - Throws: When this is the last page.
    package func goForward() throws(SimulatorError) {
        guard client.canGoForward else { throw .nowhereToGo("forward") }
        page.prepareForInput()
        page.step(isBack: false)
        settle()
    }

    /// Requests the page anew.
    package func reload() {
        page.prepareForInput()
        client.reload()
        settle()
    }

    /// Lets all happen that has come and is due now.
    package func settle() { page.settle() }

    /// Lets time pass: runs what is due by then one by one, in order, settling after each. Timers that set one another
    /// without end at one moment keep the time there, and so does the end of the client's turn.
    ///
    /// - Parameter goesOn: Asked after each moment at which something was due, whether to go on.
    /// - Returns: False when the time did not pass to its end.
    @discardableResult
    package func advance(by duration: Duration, while goesOn: () -> Bool = { true }) -> Bool {
        settle()
        let end = clock.now + duration
        while runNextTimer(until: end) {
            settle()
            if let timer = clock.lastRun { page.listener?.timerRan(timer) }
            // Settling runs all that is due; where something still is, it gave up.
            if let next = clock.nextDeadline, next <= clock.now { return false }
            if client.isTurnOver?() == true { return false }
            guard goesOn() else { return false }
        }
        settle()
        return true
    }

    private func runNextTimer(until end: Duration) -> Bool {
        if let listener = page.listener, let next = clock.nextDeadline, next <= end { listener.timerWillRun() }
        return clock.runNext(until: end)
    }

    /// Whether an element is to be seen, by its styles.
    package func isDisplayed(_ node: NodeID) -> Bool { page.isDisplayed(node) }

    /// What keeps the rest of the page from use while it is shown: the last element with `aria-modal="true"`.
    package var modal: NodeID? { page.modal }

    /// Handler failures and what a browser's console would show, newest last.
    package var problems: [String] {
        let messages = client.diagnostics.map(\.message)
        return messages + client.failures.filter { failure in !messages.contains { $0.contains(failure) } }
    }

    /// A size that has at least one cell.
    static func usable(_ size: Size) -> Size { Size(columns: max(1, size.columns), rows: max(1, size.rows)) }
}
