/// Scenarios that are run again when something changes: what there is to show of them, and what keys ask of them.
package protocol WatchedSuite: AnyObject {
    var report: WatchReport { get }

    /// When it wants to look for changes next, since the start.
    var nextLook: Duration { get }

    /// Whether the program is to start anew, because it was built anew.
    var isOver: Bool { get }

    /// Begins; may call `wake` from any thread when there is news.
    func start(wake: @escaping @Sendable () -> Void)

    /// Takes in what came of runs, and looks for changes when it is time to.
    func update(at time: Duration)

    func perform(_ command: WatchCommand)
}

/// What a key asks of scenarios that are watched.
package enum WatchCommand: Hashable, Sendable {
    case runAll
    case runFailed
    /// The cases of the last run.
    case runAgain
    /// Runs those that failed, and writes their snapshots.
    case updateSnapshots
    /// From now on only cases with this in their name; empty for all.
    case filter(String)
}

/// What is shown of scenarios that are watched.
package struct WatchReport: Equatable {
    package enum Mood: Equatable, Sendable {
        case running
        case passed
        case failed
        /// Something keeps them from being run.
        case unusable
    }

    package var mood: Mood
    /// The counts in a line.
    package var summary: String
    /// What goes on, in a line.
    package var status: String
    /// Failures in full, or what is wrong with the files.
    package var text: String
    /// Only cases with this in their name are run; empty for all.
    package var filter: String

    package init(mood: Mood, summary: String, status: String, text: String, filter: String) {
        self.mood = mood
        self.summary = summary
        self.status = status
        self.text = text
        self.filter = filter
    }
}
