import HTMLTree
import LiveProtocol

/// A live navigation whose view has not answered yet.
struct PendingLink {
    enum Kind {
        case patch
        case redirect
    }

    var url: PageURL
    var kind: Kind
    /// How history takes it; nil when a step in history led here.
    var history: HistoryKind?
    var direction = NavigationEvent.Direction.forward
    /// Tells it from one that was followed later.
    var number: Int

    /// What loads meanwhile.
    var loading: PageLoadingEvent.Kind {
        switch kind {
        case .patch: .patch(to: url.absolute)
        case .redirect: .redirect(to: url.absolute)
        }
    }
}

/// The live navigation of one loaded page: at most one is under way, the newest.
struct LiveNavigation {
    /// The link that waits for its answer.
    private(set) var pending: PendingLink?
    private var count = 0
    /// The container of a main view that was left, which shows until the next one is there.
    private var leftContainer: NodeID?

    var isPending: Bool { pending != nil }

    mutating func start(
        to url: PageURL, _ kind: PendingLink.Kind, _ history: HistoryKind?, _ direction: NavigationEvent.Direction
    ) -> PendingLink {
        count += 1
        let link = PendingLink(url: url, kind: kind, history: history, direction: direction, number: count)
        pending = link
        return link
    }

    /// Whether a link is the one that waits.
    func isPending(_ link: PendingLink) -> Bool { pending?.number == link.number }

    /// The view told that the pending link leads to another view.
    mutating func redirect() { pending?.kind = .redirect }

    /// Ends the navigation that was waited for; nil when there was none.
    mutating func finish() -> PendingLink? {
        defer { pending = nil }
        return pending
    }

    mutating func giveUp() { pending = nil }

    /// A main view was left; its container shows until the next one is there.
    mutating func leave(_ container: NodeID) { leftContainer = container }

    mutating func takeLeftContainer() -> NodeID? {
        defer { leftContainer = nil }
        return leftContainer
    }
}
