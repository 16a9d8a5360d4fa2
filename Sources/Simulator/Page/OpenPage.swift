import HTMLTree
import LiveClient
import LiveProtocol
import TextLayout

/// The page that is open, as all parts of the simulator share it: the client, the window onto the document, the banners.
///
/// What is known about the page is brought up to date with the document when somebody asks, and costs by what changed.
final class OpenPage {
    let client: LiveClient
    let clock: VirtualClock
    private(set) var window: PageWindow
    private(set) var banners = Banners()
    /// What media queries find out; nil for what they do where nobody said.
    private(set) var media: MediaFeatures?
    /// What the last input failed at, for the person.
    var notice: String?
    /// The file input that the last input pressed.
    var fileRequest: NodeID?
    /// The text area whose text the last input wants in the person's own editor.
    var editRequest: NodeID?
    /// Called before an input, with the key where it is one.
    var onInput: (Key?) -> Void = { _ in }
    /// Called when another document has taken the place of the one before.
    var onLoad: () -> Void = {}
    /// Called when all that has come and is due now has happened, where more is to be waited for.
    var onRest: (() -> Void)?

    /// Hears what a person does; nobody where the page is worked by a script.
    weak var listener: (any DeedListener)?

    private var focusFollower = FocusFollower()
    private var scrollMemory = ScrollMemory()
    /// The first row that was shown when the page last heard of scrolling.
    private var toldRow = 0
    private var generation = 0

    init(client: LiveClient, clock: VirtualClock, size: Size) {
        self.client = client
        self.clock = clock
        window = PageWindow(document: client.document, size: size)
        client.onFileRequest = { [weak self] in self?.fileRequest = $0 }
        client.viewport = window
        client.isDisplayed = { [weak self] node in self?.isDisplayed(node) ?? true }
    }

    var document: Document { client.document }

    /// What has the focus, as far as keys care.
    var focus: FocusKind { FocusKind(of: document.activeElement, in: document) }

    /// Lets whoever listens know of a deed before it is done.
    func tell(_ deed: @autoclosure () -> Deed) { listener?.willDo(deed()) }

    /// Does what an input leads to, between word of its beginning and of its end to whoever listens.
    func hearing<Result, Failure: Error>(
        _ input: @autoclosure () -> PageInput, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let listener else { return try body() }
        listener.inputBegins(input())
        defer { listener.inputEnded() }
        return try body()
    }

    /// Ends what belongs to the last input only.
    ///
    /// - Parameter key: What is pressed, where that is a key.
    func prepareForInput(_ key: Key? = nil) {
        notice = nil
        fileRequest = nil
        scrollMemory.noteFocus(in: document)
        editRequest = nil
        onInput(key)
    }

    /// Lets all happen that has come and is due now.
    func settle() {
        client.settle()
        onRest?()
        update()
    }

    /// Answers media queries from now on by what is known of the terminal.
    ///
    /// - Returns: Whether that is something else than before.
    func use(media: MediaFeatures) -> Bool {
        self.media = media
        return window.use(media: media)
    }

    /// Brings what is known about the page up to date with it.
    func update() {
        followLoads()
        if !client.linkedSheets.isEmpty { window.use(linkedSheets: client.linkedSheets) }
        if let row = scrollMemory.rowAfterNavigation(in: client, window: window) {
            window.scroll(to: row)
            // What the page itself focuses comes first.
            if document.activeElement == nil,
                let node = scrollMemory.takeFocusAfterReturn(in: document, below: reachableTop)
            {
                focusFollower.release()
                client.focus(node)
            }
        }
        banners.update(
            from: document, triggers: client.bindings.elements(.clearFlash), isDisplayed: window.isDisplayed)
    }

    /// Whether an element is to be seen, by its styles.
    func isDisplayed(_ node: NodeID) -> Bool {
        followLoads()
        return document.isAlive(node) && window.isDisplayed(node)
    }

    /// What keeps the rest of the page from use while it is shown: the last element with `aria-modal="true"`.
    var modal: NodeID? { client.bindings.elements(.modal).last(where: isDisplayed) }

    /// What can be acted on lies in here: the modal, where there is one.
    var reachableTop: NodeID { modal ?? document.root }

    /// The page's own bindings of keys.
    var keyBindings: PageBindings {
        PageBindings(
            document: document,
            windowBindings: client.bindings.elements(.windowKeydown) + client.bindings.elements(.windowKeyup))
    }

    /// After a page load, starts anew with the other document.
    private func followLoads() {
        guard client.documentGeneration != generation else { return }
        generation = client.documentGeneration
        scrollMemory.leave(at: window.scrollRow)
        window = PageWindow(document: client.document, size: window.size)
        if let media { _ = window.use(media: media) }
        client.viewport = window
        toldRow = 0
        banners = Banners(after: banners)
        focusFollower = FocusFollower()
        onLoad()
    }

    // MARK: - Scrolling

    /// Scrolls the focus into view where it is to be.
    func keepFocusInView() { focusFollower.keep(in: window) }

    /// Scrolls down by a number of rows, or up by a negative one.
    func scroll(by rows: Int) {
        tell(.scroll(rows: rows))
        focusFollower.release()
        window.scroll(to: window.scrollRow + rows)
        noticeScroll()
    }

    /// Scrolls as little as it takes to show an element.
    func reveal(_ node: NodeID) {
        guard document.isAlive(node), let rows = window.rows(of: node) else { return }
        reveal(rows: rows)
    }

    /// Scrolls as little as it takes to show some rows of the page.
    func reveal(rows: Range<Int>) {
        focusFollower.release()
        window.reveal(rows)
        noticeScroll()
    }

    /// Whether something on the page listens to scrolling.
    var hearsScrolling: Bool { client.bindings.hasElements(.viewport) }

    /// Lets the page know how far the person has scrolled since the last time, if something on it listens to that.
    func noticeScroll() {
        guard hearsScrolling else { return toldRow = window.scrollRow }
        let rows = window.scrollRow - toldRow
        guard rows != 0 else { return }
        client.scrolled(by: rows)
        settle()
        toldRow = window.scrollRow
    }

    /// Takes a step in history; the page it leads to is shown where it was left.
    func step(isBack: Bool) {
        tell(isBack ? .goBack : .goForward)
        scrollMemory.prepareForReturn()
        if isBack { client.goBack() } else { client.goForward() }
    }
}
