import Simulator
import TextLayout

/// What a session shows in the terminal: inputs in, frames out. It knows no terminal.
protocol TerminalInterface: AnyObject {
    /// For the title of the terminal's window.
    var title: String { get }

    /// The keys that quit as things are.
    var quitKeys: [Key] { get }

    /// When something is due that no input leads to, since the start; nil when nothing is.
    var nextDeadline: Duration? { get }

    /// Lets happen what is due by a time, and takes in what has come from elsewhere.
    func passTime(to target: Duration)

    func resize(_ newSize: Size)

    /// Takes what media queries find out of the terminal.
    func use(_ media: MediaFeatures)

    func handle(_ event: InputEvent) -> Reaction

    /// The whole terminal.
    func frame() -> Frame

    /// The last frame is before the person's eyes: what can wait for that is done now.
    func wasDrawn()

    /// Whether it is over, though nobody quit it.
    var isOver: Bool { get }

    /// What is asked for though no input led to it, since the last call.
    func takeReactions() -> [Reaction]

    /// The editor that was asked for has ended.
    ///
    /// - Parameter problem: What went wrong, in words for people.
    func editorEnded(problem: String?)
}

extension TerminalInterface {
    var isOver: Bool { false }

    func use(_ media: MediaFeatures) {}

    func wasDrawn() {}

    func takeReactions() -> [Reaction] { [] }

    func editorEnded(problem: String?) {}
}
