import LiveProtocol

/// A message that waits for its answer.
struct PendingPush {
    /// What becomes of it.
    enum Outcome {
        case handled(Diff?)
        case linkRedirect
        case componentsDeleted([Int])
        case upload(UploadReply)
        /// Another address; what it leads to happens without the one who pushed.
        case redirected
        /// Refused, timed out, or never sent because there is no connection.
        case failed(JSONValue?)

        /// Whether the view took the message.
        var isAnswer: Bool {
            if case .failed = self { false } else { true }
        }
    }

    /// Which of the view's locks and loading marks end with the answer.
    var mark: Int
    var timer: VirtualClock.TimerID
    /// Runs before the answer's change is shown.
    var finish: (Outcome) -> Void
    /// Runs after it.
    var deliver: (Outcome) -> Void
}

extension JSONValue {
    /// What an error says, in words where the server gave words.
    var words: String { self["reason"]?.string ?? string ?? json }
}
