/// One figure: work that is done a number of times, and how long one of them takes.
struct Benchmark: Sendable {
    /// Of several runs the best counts, since others only add to the time.
    private static let runs = 5

    let name: String
    /// How often the work is done in one run.
    let count: Int
    /// Prepares the work, unmeasured, and gives it.
    let prepare: @Sendable () -> () -> Void

    /// Measures and gives a line: the name, the time of one in microseconds, how many a second.
    func line() -> String {
        let work = prepare()
        work()
        var best = Double.infinity
        for _ in 0..<Self.runs {
            let start = ProcessorTime.seconds
            for _ in 0..<count { work() }
            best = min(best, ProcessorTime.seconds - start)
        }
        let each = best / Double(count)
        let microseconds = (each * 1e7).rounded() / 10
        return "\(padded(name, 44)) \(padded("\(microseconds) us", 16)) \(Int(1 / each))/s"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
