import HTMLTree
import LiveProtocol

/// What lives as long as one loaded page: its document, and the owners of all that goes on with it.
final class Page {
    let document: Document
    /// What is remembered of elements that patches have to know.
    let nodes = NodeTable()
    let bindings: BindingIndex
    let schedule: PageSchedule
    let nesting: Nesting
    let search: ElementSearch
    let commands = CommandReader()
    let views: PageViews
    let outbox: Outbox
    let effects: ElementEffects
    let hooks: Hooks
    let rateLimits: RateLimits
    let scrolling: ListScrolling
    let uploads: Uploads
    let recovery: FormRecovery
    let questions: Questions
    let patched: PatchedPage
    let feedback: Feedback
    let sheets = LinkedSheets()
    var connection = ConnectionLife()
    var navigation = LiveNavigation()
    var submits = SubmittedForms()
    var url: PageURL
    private(set) var title: String
    /// What HTTP said of it, such as 200.
    let status: Int
    /// What its head says to clients.
    let head: PageHead
    /// The page that it is left for.
    var nextLoad: PageLoad?
    /// Loads the page anew, because its view does not answer.
    var reloadTimer: VirtualClock.TimerID?
    /// The elements that `push_focus` remembers.
    var focusStack: [NodeID] = []
    /// The names of messages that nobody here knows.
    var unknownMessages: Set<String> = []
    /// How many views were left whose hooks have not heard it yet.
    var leavingCount = 0

    init(document: Document, url: PageURL, status: Int = 200, clock: VirtualClock, log: ClientLog) {
        self.document = document
        self.url = url
        self.status = status
        head = PageHead(of: document)
        bindings = BindingIndex(of: document)
        schedule = PageSchedule(clock: clock)
        nesting = Nesting(document: document, log: log)
        search = ElementSearch(document: document, log: log)
        views = PageViews(document: document, nodes: nodes, bindings: bindings)
        outbox = Outbox(schedule: schedule, log: log)
        effects = ElementEffects(document: document, nodes: nodes, schedule: schedule)
        hooks = Hooks(document: document, nesting: nesting, log: log)
        rateLimits = RateLimits(document: document, schedule: schedule, log: log)
        scrolling = ListScrolling(document: document, schedule: schedule)
        uploads = Uploads(document: document, outbox: outbox, schedule: schedule, log: log)
        recovery = FormRecovery(
            document: document, nodes: nodes, views: views, search: search, commands: commands, log: log)
        questions = Questions(document: document)
        feedback = Feedback(document: document, nodes: nodes, bindings: bindings)
        patched = PatchedPage(
            document: document, nodes: nodes, views: views, hooks: hooks, search: search, log: log)
        title = ""
        title = titleElement.map { document.textContent(of: $0).foldingWhitespace() } ?? ""
    }

    /// Whether the page is being left, so that nothing of it may be pushed any more.
    var isUnloaded: Bool { outbox.isClosed }

    /// The form that is submitted natively as soon as its patch is done.
    var submittedForm: NodeID? { submits.native }

    /// Whether an element, or one around it, is on its way out and takes no events any more.
    func isLeaving(_ node: NodeID) -> Bool {
        document.inclusiveAncestors(of: node).contains { nodes.state(of: $0)?.isLeaving == true }
    }

    private var titleElement: NodeID? {
        document.elements(below: document.root).first { document.name(of: $0) == "title" }
    }

    /// Shows the title that a view sends, with what its element adds to it (TheClientsRules.md, "The title").
    ///
    /// White space is no title; its element's default is one, be it empty.
    func setTitle(_ text: String) {
        let isEmpty = text.allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let element = titleElement else {
            if !isEmpty { title = text.foldingWhitespace() }
            return
        }
        guard let shown = isEmpty ? document.attribute("data-default", of: element) : text else { return }
        let prefix = document.attribute("data-prefix", of: element) ?? ""
        let suffix = document.attribute("data-suffix", of: element) ?? ""
        let whole = prefix + shown + suffix
        title = whole.foldingWhitespace()
        document.removeChildren(of: element)
        document.append(document.createText(whole), to: element)
    }
}
