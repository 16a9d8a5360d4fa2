import LiveProtocol

/// The session that hears what timers and tasks of its page say.
protocol Recipient: AnyObject {
    var clock: VirtualClock { get }
    /// What the tasks of the engine have to do, and when.
    var background: BackgroundWork { get }

    /// Opens all letters that wait now.
    func openLetters()

    /// Handles an info of a part of the page.
    func receive(_ info: any Sendable, from source: SessionRecord.InfoSource, for part: PagePart)
}
