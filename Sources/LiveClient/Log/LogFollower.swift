/// Reads what has come to a client's log since the last look, though the log forgets its oldest entries now and then.
package struct LogFollower {
    private var seen = 0

    package init() {}

    /// The entries that are new; where more came than the log keeps, the last of them.
    ///
    /// - Parameter capacity: How many entries the log forgets at once.
    package mutating func takeNew(of log: [LogEntry], capacity: Int) -> ArraySlice<LogEntry> {
        let count = log.count < seen ? log.count - seen + capacity : log.count - seen
        seen = log.count
        return log.suffix(max(0, count))
    }
}
