import HTMLTree
import LiveProtocol
import OrderedCollections

/// What lives as long as one loaded page: its document, what belongs to its nodes, its views and their connection.
final class Page {
    let document: Document
    let bindings: BindingIndex
    let timers: PageTimers
    var url: PageURL
    var title = ""
    var nodes = NodeTable()
    var views: OrderedDictionary<String, ViewChannel> = [:]
    var transport: (any Transport)?
    var connection = ConnectionLife()
    /// Numbers the messages.
    var lastReference = 0
    /// What runs at the end of the present turn of `settle()`, as a browser's animation frames do.
    var frames: [() -> Void] = []
    /// The templates that the views' trees use.
    var templates: [TemplateLibrary.Place: TemplateLibrary] = [:]
    var transitions = TransitionQueue()
    /// The elements that `push_focus` remembers.
    var focusStack: [NodeID] = []
    /// Whether the page is being left, so that nothing of it may be pushed any more.
    var isUnloaded = false
    /// What a click asked and waits for.
    var question: Question?
    /// Loads the page anew, because its view does not answer.
    var reloadTimer: VirtualClock.TimerID?
    /// The page that it is left for.
    var nextLoad: PageLoad?
    /// The live link that waits for its answer.
    var pendingLink: PendingLink?
    var linkCount = 0
    /// The container of a main view that was left, which shows until the next one is there.
    var leftContainer: NodeID?
    /// The form that is submitted natively as soon as its patch is done.
    var submittedForm: NodeID?
    /// The button that last submitted each form.
    var lastSubmitters: [NodeID: NodeID] = [:]
    /// What had the focus before the last submit, which gets it back with the answer.
    var focusBeforeSubmit: NodeID?
    /// The files on their way.
    var transfers: [FileTransfer] = []
    /// Numbers the files that are chosen.
    var lastFileReference = 0
    /// Submits that wait for the files of their forms.
    var awaitingSubmits: [AwaitingSubmit] = []
    /// What portals show, at the places of their targets.
    var portalContents: OrderedSet<NodeID> = []
    /// Streams that may hold text from their first rendering, which goes with the first patch that comes by.
    var untidyStreams: Set<NodeID> = []
    /// How deep commands, events and hooks have caused one another.
    var nesting = 0
    /// How many views were left whose hooks have not heard it yet.
    var leavingCount = 0
    /// Listeners of hooks for the events that views push.
    var eventListeners: [String: [EventListener]] = [:]

    var mainView: ViewChannel? { views.values.first(where: \.isMain) }

    init(document: Document, url: PageURL, clock: VirtualClock) {
        self.document = document
        bindings = BindingIndex(of: document)
        timers = PageTimers(clock: clock)
        self.url = url
    }

    func nextReference() -> Int {
        lastReference += 1
        return lastReference
    }
}
