import LiveProtocol

/// One thing that a view was asked or did by itself, and what came of it.
struct EventRecord {
    enum Cause: Hashable {
        case join
        case event(name: String, type: String?)
        case patch(url: String)
        /// The view's own doing: a timer, a message, a task.
        case update
    }

    struct Answer {
        /// The size of the diff as JSON.
        var bytes: Int
        /// The beginning of that JSON.
        var json: String
    }

    static let longestJSON = 2_000

    var cause: Cause
    var topic: String
    /// Since the clock started.
    var time: Duration
    /// How long all work at that turn of the session took, from the key to the patched page.
    var duration: Duration
    var payload: JSONValue?
    var answer: Answer?
    var failure: String?
}

extension EventRecord.Answer {
    init(_ diff: Diff) {
        let json = diff.json
        bytes = json.utf8.count
        self.json = String(json.prefix(EventRecord.longestJSON))
    }
}
