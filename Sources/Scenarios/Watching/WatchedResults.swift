import TextLayout

/// What came of each case when it was run last, in the order of the plan.
struct WatchedResults {
    private var order: [String] = []
    private var results: [String: CaseResult] = [:]

    /// More failures than anybody reads at once.
    private static let failureLimit = 200

    /// Keeps what came of the cases of a plan only.
    mutating func setPlan(_ plan: SuitePlan) {
        order = plan.cases.map(\.id)
        let known = Set(order)
        results = results.filter { known.contains($0.key) }
    }

    mutating func add(_ result: CaseResult) { results[result.id] = result }

    private var present: [CaseResult] { order.compactMap { results[$0] } }

    /// The ids of the cases that failed.
    var failed: Set<String> { Set(present.filter(\.isFailure).map(\.id)) }

    /// The ids of the cases of which nothing is known yet.
    var missing: Set<String> { Set(order.filter { results[$0] == nil }) }

    /// The snapshots that each scenario's cases looked at, by its file.
    func snapshots(ofFile path: String) -> Set<String> {
        Set(present.filter { $0.id == path || $0.id.hasPrefix(path + "#") }.flatMap(\.usedSnapshots))
    }

    /// The counts in a line.
    var summary: String {
        var counts = RunEnding()
        for result in present { counts.add(result) }
        counts.notRun = missing.count
        return ReportTexts.counts(counts)
    }

    /// Failures and warnings in full.
    var text: String {
        var parts: [String] = []
        let failures = present.filter(\.isFailure)
        parts += failures.prefix(Self.failureLimit).flatMap(\.problems).map(\.text)
        if failures.count > Self.failureLimit { parts.append("\(failures.count - Self.failureLimit) more failed\n") }
        parts += present.flatMap(\.warnings).prefix(Self.failureLimit).map { FailurePrinter().text($0) }
        let saved = present.flatMap(\.savedSnapshots)
        if !saved.isEmpty { parts.append("written:\n" + saved.map { "  \(ReadableText.line($0))\n" }.joined()) }
        return parts.isEmpty ? "All is well." : parts.joined(separator: "\n")
    }
}
