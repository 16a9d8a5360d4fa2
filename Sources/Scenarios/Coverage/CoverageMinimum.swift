/// How much a run has to exercise at least, of one kind or of all together.
package struct CoverageMinimum: Hashable, Sendable {
    /// Nil for all kinds together.
    package let kind: CoverageKind?
    package let percent: Int

    /// Reads `80` or `events=80`; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let last = parts.last, let percent = Int(last), (0...100).contains(percent) else { return nil }
        if parts.count == 2 {
            guard let kind = CoverageKind(rawValue: String(parts[0])) else { return nil }
            self.kind = kind
        } else {
            kind = nil
        }
        self.percent = percent
    }

    /// What a report has too little of, in a sentence; nil when it has enough. Of nothing, any part is enough.
    package func shortfall(in report: CoverageReport) -> String? {
        let count = report.count(of: kind)
        guard let found = count.percent, count.covered * 100 < percent * count.total else { return nil }
        let what = kind?.title ?? "all"
        return "coverage of \(what) is \(found) % (\(count.covered) of \(count.total)), expected at least \(percent) %"
    }
}
