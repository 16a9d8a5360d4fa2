import LiveClient

/// Notices new problems and keeps the newest one before the person's eyes until the next key.
struct ProblemWatch {
    struct Message: Equatable {
        var text: String
        var isProblem: Bool
    }

    private(set) var message: Message?
    private var count = 0
    private var last: String?
    private var logCount = 0
    private var logTime: Duration?

    /// Whether the log has entries that were not there at the last call; only then can there be new problems.
    mutating func hasNews(in log: [LogEntry]) -> Bool {
        guard log.count != logCount || log.last?.time != logTime else { return false }
        logCount = log.count
        logTime = log.last?.time
        return true
    }

    /// Takes note of the problems so far, newest last.
    mutating func update(_ problems: [String]) {
        if let newest = problems.last, problems.count > count || (problems.count == count && newest != last) {
            message = Message(text: newest, isProblem: true)
        }
        count = problems.count
        last = problems.last
    }

    /// Says something that is no problem.
    mutating func tell(_ text: String) { message = Message(text: text, isProblem: false) }

    /// Says something that is a problem.
    mutating func report(_ text: String) { message = Message(text: text, isProblem: true) }

    /// The person has seen it.
    mutating func acknowledge() { message = nil }
}
