/// Which cases of a suite are run.
package struct CaseSelection: Sendable {
    /// By tags and names.
    package var filter: ScenarioFilter
    /// Only cases with one of these ids, which failed last; nil for all.
    package var failedIDs: Set<String>?
    /// Only files that these changes touch; nil for all.
    package var changes: ChangedFiles?
    /// Only those of one part; nil for all.
    package var shard: CaseShard?

    package init(filter: ScenarioFilter = ScenarioFilter()) { self.filter = filter }

    /// What of the cases that the files hold is run.
    func select(_ cases: [PlannedCase]) -> [PlannedCase] {
        cases.filter { planned in
            (failedIDs?.contains(planned.id) ?? true) && (shard?.contains(planned.id) ?? true)
        }
    }

    /// Why there may be no case, each in a few words.
    var reasons: [String] {
        var reasons: [String] = []
        if !filter.tags.isEmpty || !filter.names.isEmpty { reasons.append("--tag and --name leave none") }
        if let failedIDs {
            reasons.append(failedIDs.isEmpty ? "none failed in the last run" : "those that failed last are not there")
        }
        if let changes { reasons.append("nothing that they need has changed since \(changes.reference)") }
        if let shard { reasons.append("shard \(shard) may have none") }
        return reasons
    }
}
