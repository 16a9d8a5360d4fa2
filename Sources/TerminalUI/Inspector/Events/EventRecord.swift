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
        /// Nil where it was too much to keep.
        var diff: Diff?
        /// The size of the diff as JSON.
        var bytes: Int
    }

    /// Tells it from all others; later ones have higher numbers.
    var number = 0
    var cause: Cause
    var topic: String
    /// Since the clock started.
    var time: Duration
    /// How long all work at that turn of the session took, from the key to the patched page.
    var duration: Duration
    /// How long the parts of that took in the session itself, where that is known.
    var times: SessionRecord.Times?
    var payload: JSONValue?
    var answer: Answer?
    var failure: String?
}

extension EventRecord.Answer {
    init(_ diff: Diff) { self.init(diff: diff, bytes: diff.jsonSize) }
}

extension EventRecord {
    /// Whether a session's own record is of the same thing.
    func isAbout(_ record: SessionRecord) -> Bool {
        guard record.topic == topic else { return false }
        switch (cause, record.happening) {
        case (.join, .mounted), (.patch, .patched): return true
        case (.event(let name, _), .event(let event, _)): return name == event
        case (.update, .info): return record.isChange
        default: return false
        }
    }

    /// What it is called in a line.
    var name: String {
        switch cause {
        case .join: "join"
        case .event(let name, _): name
        case .patch: "patch"
        case .update: "update"
        }
    }

    /// The word for its kind.
    var kind: String {
        switch cause {
        case .join: "join"
        case .event: "event"
        case .patch: "patch"
        case .update: "update"
        }
    }

    /// What more there is to say of its name.
    var detail: String {
        switch cause {
        case .join, .update: ""
        case .event(_, let type): type ?? ""
        case .patch(let url): url
        }
    }
}
