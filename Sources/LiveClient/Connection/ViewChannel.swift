import HTMLTree
import LiveProtocol

/// One live view on the page, and the channel to its session.
final class ViewChannel {
    /// The id of its container.
    let id: String
    let topic: String
    var container: NodeID
    /// The view in whose HTML the container is; nil for the main view and sticky ones.
    let parentID: String?
    let isMain: Bool
    /// The elements that wait for answers of the view.
    let locks: ViewLocks
    var state = ChannelState.closed
    var joinReference: Int?
    var tree: RenderedTree?
    /// How its server wants to be spoken to.
    var dialect = Dialect.current
    /// The skeletons for places in the container, once they were asked for.
    var skeletons: (container: NodeID, library: SkeletonLibrary)?
    /// Completed joins; a nested view's count goes on from that of the view around it.
    var joinCount: Int
    /// How many there were before its first.
    let earlierJoins: Int
    /// Joins that were asked for since the last that succeeded.
    var joinAttempts = 0
    /// Ends the wait for the answer to a join.
    var joinTimer: VirtualClock.TimerID?
    /// Whether no join patch was shown yet, or a recovery holds it back.
    var isJoinPending = true
    /// Messages that wait, by the reference of their frame.
    var pending: [Int: PendingPush] = [:]
    /// What came while a join or a link was pending.
    var heldDiffs: [Diff] = []
    /// Components whose last change is not shown, because what they are in did not change.
    var missedComponents: Set<Int> = []
    /// Components that the server was told are gone from the page.
    var leavingComponents: Set<Int> = []
    /// The flash that travels to the view with a live navigation.
    var flash: String?
    /// Whether live navigation led here, and not a page load.
    var isRedirected = false
    /// The address at which the view was first joined.
    var firstAddress = ""
    /// The address before the live navigation.
    var referer: String?
    var isDestroyed = false
    /// The nested views that were tried often enough; of views at the top.
    var givenUp: Set<String> = []
    /// The nested views whose first join this one's first patch waits for.
    var awaitedChildren: Set<String> = []
    /// The patches of a whole family, shown when its last member has joined.
    var joinedFamily: [() -> Void] = []

    init(id: String, container: NodeID, parentID: String?, isMain: Bool, earlierJoins: Int, locks: ViewLocks) {
        self.id = id
        topic = "lv:\(id)"
        self.container = container
        self.parentID = parentID
        self.isMain = isMain
        self.locks = locks
        self.earlierJoins = earlierJoins
        joinCount = earlierJoins
    }
}

/// Where a view's channel is in its life (TheWire.md, "The life of a connection").
enum ChannelState: Hashable {
    case closed
    case joining
    case joined
    /// Lost, and to be joined again.
    case errored
}
