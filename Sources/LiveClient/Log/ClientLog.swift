import LiveProtocol

/// What happened lately, in order; the oldest entries are forgotten first.
final class ClientLog {
    private let clock: VirtualClock
    /// How many entries are kept at least.
    private let capacity: Int
    private(set) var entries: [LogEntry] = []
    /// What becomes of findings, where it is not what they are of themselves.
    var lint: [Diagnostic.Rule: LintLevel]
    /// Told of each entry.
    var onRecord: ((LogEntry) -> Void)?

    init(clock: VirtualClock, capacity: Int, lint: [Diagnostic.Rule: LintLevel]) {
        self.clock = clock
        self.capacity = capacity
        self.lint = lint
    }

    func record(_ event: LogEntry.Event) {
        let entry = LogEntry(time: clock.now, event: event)
        entries.append(entry)
        // Dropping many at once keeps appending cheap.
        if entries.count >= capacity * 2 { entries.removeFirst(entries.count - capacity) }
        onRecord?(entry)
    }

    /// Writes down a mistake, as the settings want it.
    func report(
        _ rule: Diagnostic.Rule, _ message: @autoclosure () -> String, severity standard: Diagnostic.Severity = .error
    ) {
        let severity: Diagnostic.Severity
        switch lint[rule] {
        case .ignore: return
        case .warn: severity = .warning
        case .error: severity = .error
        case nil: severity = standard
        }
        record(.diagnostic(Diagnostic(rule, message(), severity: severity)))
    }
}
