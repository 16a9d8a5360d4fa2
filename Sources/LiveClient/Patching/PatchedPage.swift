import HTMLTree
import OrderedCollections

/// The page as patches see it: the owners that they ask, and what they remember of it from one to the next.
final class PatchedPage {
    let document: Document
    let nodes: NodeTable
    let views: PageViews
    let hooks: Hooks
    let search: ElementSearch
    let log: ClientLog
    /// What portals show, at the places of their targets.
    var portalContents: OrderedSet<NodeID> = []
    /// Streams that may hold text from their first rendering, which goes with the first patch that reaches them.
    var untidyStreams: Set<NodeID> = []
    /// How changes were shown so far.
    var counts = PatchCounts()
    /// The skeletons that the views' trees use.
    private(set) var skeletons: [SkeletonLibrary.Place: SkeletonLibrary] = [:]

    init(
        document: Document, nodes: NodeTable, views: PageViews, hooks: Hooks, search: ElementSearch, log: ClientLog
    ) {
        self.document = document
        self.nodes = nodes
        self.views = views
        self.hooks = hooks
        self.search = search
        self.log = log
    }

    /// The skeletons for places in a view's container.
    func library(of view: ViewChannel) -> SkeletonLibrary {
        if let skeletons = view.skeletons, skeletons.container == view.container { return skeletons.library }
        let isInForm = document.inclusiveAncestors(of: view.container).contains { document.name(of: $0) == "form" }
        let place = SkeletonLibrary.Place(container: document.name(of: view.container), isInForm: isInForm)
        let library = skeletons[place] ?? SkeletonLibrary(document: document, place: place)
        skeletons[place] = library
        view.skeletons = (view.container, library)
        return library
    }
}

/// How changes were shown, counted for tests.
struct PatchCounts {
    /// Single texts and attributes that were set, and ranges of children and rows that were replaced.
    var parts = 0
    /// Elements that were made anew with all in them.
    var elements = 0
    /// Views that were made anew as a whole.
    var views = 0
    /// Pages that showed already what a join brought.
    var adoptions = 0
    /// Pieces of HTML that had to be parsed.
    var parses = 0
}

/// What patches leave to the client whose page they change.
protocol PatchHost: AnyObject {
    /// The form that is submitted natively as soon as its patch is done.
    var submittedForm: NodeID? { get }

    /// Takes the focus away.
    func blur()

    /// Takes the focus from an element, or what is in it, because it is about to be moved or to leave the page.
    func focusLeaves(_ node: NodeID)

    /// Takes a node from the page, with all that belongs to it and to what is below it.
    func free(_ node: NodeID)

    /// Frees what a patch lost: nobody hears of it.
    func discardSilently(_ node: NodeID)

    /// Leaves a view's channel.
    func destroy(_ view: ViewChannel)

    /// Does what follows a patch.
    func conclude(_ patch: Patch)
}
