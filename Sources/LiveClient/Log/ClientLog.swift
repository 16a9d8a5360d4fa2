/// The last entries, in order; the oldest are forgotten first.
struct ClientLog {
    /// How many entries are kept at least.
    let capacity: Int
    private(set) var entries: [LogEntry] = []

    init(capacity: Int) { self.capacity = capacity }

    mutating func append(_ entry: LogEntry) {
        entries.append(entry)
        // Dropping many at once keeps appending cheap.
        if entries.count >= capacity * 2 { entries.removeFirst(entries.count - capacity) }
    }
}
