/// Which snapshots a run writes.
package enum SnapshotUpdate: String, Hashable, Sendable, CaseIterable {
    /// Those that there are none of yet.
    case missing
    /// Those, and those that differ.
    case changed
    /// Every one.
    case all
    /// None: one that is missing or differs is a failure.
    case none

    /// What is written unless told: nothing in continuous integration, which sets `CI`.
    package static func standard(environment: [String: String]) -> SnapshotUpdate {
        environment["CI"].map { !$0.isEmpty } == true ? .none : .missing
    }
}
