/// Why it was of no use to wait on.
package enum WaitEnd: Hashable, Sendable {
    /// Nothing was due any more, so nothing could change.
    case nothingDue
    /// The next thing is due so long after the start, which is later than the limit.
    case nextDue(in: Duration)
    /// The page never rests: so many timers ran.
    case timers(Int)
    /// The case has used up its real time.
    case realTime(Duration)
    /// A server elsewhere said nothing, or nothing of use.
    case nothingCame
    /// A server elsewhere has not answered what the page asked.
    case unanswered

    /// Why a step was not done to its end.
    var words: String {
        switch self {
        case .timers(let count): "\(count) timers ran in it, which is as many as one step may; advance in smaller steps"
        case .realTime(let limit): "the case has run for more than \(ScenarioTexts.text(of: limit)) of real time"
        case .nothingDue, .nextDue: "nothing was due"
        case .nothingCame, .unanswered: "the server was not heard"
        }
    }
}

/// How long was waited in vain, and why not longer.
struct WaitReport: Hashable, Sendable {
    let waited: Duration
    /// How long might have been waited.
    let limit: Duration
    let end: WaitEnd

    /// In a sentence; nil where nobody wanted to wait.
    var sentence: String? {
        let time = ScenarioTexts.text(of: waited)
        switch end {
        case .nothingDue where waited == .zero: return "waited no time: nothing was due that could change it"
        case .nothingDue: return "after waiting \(time) of virtual time; nothing more was due"
        case .nextDue where limit == .zero: return nil
        case .nextDue(let next):
            return "after waiting \(time) of virtual time; the next thing is due \(ScenarioTexts.text(of: next)) after "
                + "the start, and \(ScenarioTexts.text(of: limit)) is how long is waited"
        case .timers(let count):
            return "after waiting \(time) of virtual time, in which \(count) timers ran; the page never rests"
        case .nothingCame where limit == .zero: return nil
        case .nothingCame: return "after waiting \(time) for what the server might say"
        case .unanswered: return "after waiting \(time); the server has not answered the page yet"
        case .realTime(let limit):
            return "after waiting \(time) of virtual time; the case has run for more than "
                + "\(ScenarioTexts.text(of: limit)) of real time"
        }
    }
}
