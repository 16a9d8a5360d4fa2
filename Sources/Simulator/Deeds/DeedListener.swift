import LiveProtocol

/// Hears what a person does to a page, in the page's terms: which field a key edited, which element a click pressed.
///
/// Of each input it hears when it begins, what it comes to (which may be nothing, or several deeds), and when it is over.
package protocol DeedListener: AnyObject {
    /// An input begins; the page is as the person saw it.
    func inputBegins(_ input: PageInput)

    /// The page is about to hear a key itself, which runs a binding of its own. What the key does besides comes after.
    func pageHears(_ key: Key)

    /// A deed is about to be done; the page is still as it was.
    func willDo(_ deed: Deed)

    /// The input is over, and what came of it at once is on the page.
    func inputEnded()

    /// Time passes, and a timer is about to run; all that came from elsewhere before is on the page.
    func timerWillRun()

    /// The timer has run, and what came of it at once is on the page.
    func timerRan(_ timer: TimerRun)
}
