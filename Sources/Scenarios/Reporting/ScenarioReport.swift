import TextLayout

/// Tells what came of some cases: one line a case, failures in full, a summary.
package struct ScenarioReport {
    package private(set) var results: [CaseResult] = []
    private let tellsTotals: Bool

    /// - Parameter tellsTotals: Whether to tell what the views did in all.
    package init(tellsTotals: Bool = false) { self.tellsTotals = tellsTotals }

    /// Takes in a result.
    ///
    /// - Returns: Its one line.
    package mutating func add(_ result: CaseResult) -> String {
        results.append(result)
        return ReportTexts.line(result)
    }

    package var hasFailures: Bool { results.contains(where: \.isFailure) }

    /// All failures and dumps in full, then the summary.
    package var ending: String {
        var counts = RunEnding()
        for result in results { counts.add(result) }
        counts.elapsed = results.map(\.duration).reduce(.zero, +)
        return
            (ReportTexts.findings(results) + (tellsTotals ? ReportTexts.totals(results) : [])
            + [ReportTexts.summary(counts)]).joined(separator: "\n")
    }
}
