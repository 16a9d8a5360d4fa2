import LiveProtocol
import TextLayout

/// The page as it was at one moment: its picture, what its views held, and what had made it so.
final class PageMoment {
    /// Counts the moments of a history, from 1 on.
    let number: Int
    /// Since the clock started.
    let time: Duration
    let cause: MomentCause
    /// The picture of what was in view; key labels are on it. Moments that look the same share it.
    var picture: Frame
    /// The first row of the page that was in view.
    let scrollRow: Int
    let pageHeight: Int
    let title: String
    let address: String
    /// What HTTP said of the page.
    let status: Int
    /// What its views held; nil where that cannot be seen.
    let kept: (any KeptPage)?

    init(
        number: Int, time: Duration, cause: MomentCause, picture: Frame, scrollRow: Int, pageHeight: Int, title: String,
        address: String, status: Int, kept: (any KeptPage)?
    ) {
        self.number = number
        self.time = time
        self.cause = cause
        self.picture = picture
        self.scrollRow = scrollRow
        self.pageHeight = pageHeight
        self.title = title
        self.address = address
        self.status = status
        self.kept = kept
    }
}
