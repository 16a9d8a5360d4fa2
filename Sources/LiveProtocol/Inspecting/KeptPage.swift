import Basics

/// What the sessions of one page hold at one moment, as values that nothing changes any more.
///
/// It is asked for the present and for the past alike. Nothing is encoded before somebody looks.
package protocol KeptPage: AnyObject {
    /// The view at the page's address, then those that stay across pages, each with what is placed in it.
    var views: [InspectedPart] { get }

    /// What a part holds; nil for one that was not on the page.
    func inspect(_ part: InspectedPart.ID) -> Inspection?

    /// Whether a part was not touched between this moment and another. One that was may still hold the same.
    func isUntouched(_ part: InspectedPart.ID, since other: any KeptPage) -> Bool

    /// The page's address; nil where no view is at one.
    var url: String? { get }

    /// About how much memory it keeps from being given back.
    var footprint: HeapFootprint { get }
}

/// A view that is over, as it was last.
package struct EndedView {
    /// Why it is over.
    package enum Reason: Equatable, Sendable {
        /// Its client left it, or went away.
        case closed
        /// It sent its page elsewhere.
        case left(to: String)
        /// A handler could not go on, for a reason in words for people.
        case crashed(String)
    }

    /// The view with what was placed in it.
    package let part: InspectedPart
    package let reason: Reason
    /// Since the clock started.
    package let time: Duration
    /// What it held.
    package let page: any KeptPage

    package init(part: InspectedPart, reason: Reason, time: Duration, page: any KeptPage) {
        self.part = part
        self.reason = reason
        self.time = time
        self.page = page
    }
}

/// Why what a page was cannot be made the present again.
package enum RestoreRefusal: Error, Hashable, Sendable {
    /// The views run in a server elsewhere.
    case elsewhere
    /// Nothing was kept of the page's views, or it had none.
    case nothingKept
    /// The view of that moment is not on the page any more; what is, if anything.
    case viewGone(String, present: String?)
    /// The view's context is an object, which is as it is now, whenever it was kept.
    case contextIsObject(view: String)
    /// The view cannot be rendered as it was.
    case failed(String)
}

/// What cannot be exactly as it was when a moment of the past is the present again.
package enum RestoreShortfall: Hashable, Sendable {
    /// The rows of a stream, which no view keeps: they stay as they are.
    case stream(String)
    /// An object in a context, by its place: it is as it is now.
    case object(place: String)
    /// A view that was placed in another one and is not of that type any more.
    case view(String)
    /// A value that a task was fetching, by its place: it is not fetched again.
    case awaited(place: String)
}
