import HTMLTree

/// The banners of a page, kept up with it.
struct Banners {
    /// In page order.
    private(set) var all: [Banner] = []
    private var ages = BannerAges()
    private var labels = BannerLabels()
    /// The document's revision that the banners are of.
    private var revision: UInt64 = 0

    init() {}

    /// Starts anew with another document; a message that stands there again is as old as before.
    init(after other: Banners) {
        all = other.all
        ages = other.ages
        labels = other.labels
    }

    /// Finds the banners again if the document changed.
    ///
    /// - Parameter triggers: What clears flash when clicked, in document order.
    mutating func update(
        from document: Document, triggers: @autoclosure () -> [NodeID], isDisplayed: (NodeID) -> Bool
    ) {
        guard document.revision(of: document.root) > revision else { return }
        revision = document.checkpoint()
        all = withoutActuallyEscaping(isDisplayed) {
            labels.label(BannerFinder(document: document, isDisplayed: $0).banners(of: triggers()))
        }
        ages.update(all)
    }

    /// The one that appeared last.
    var newest: Banner? { ages.newest(of: all) }

    /// The last that appeared first.
    var newestFirst: [Banner] { ages.newestFirst(all) }

    /// Whether an element is in a banner.
    func contain(_ node: NodeID, in document: Document) -> Bool {
        all.contains { document.contains($0.node, node) }
    }
}
