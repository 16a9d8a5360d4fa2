import Synchronization

/// Notes what a view did when its session could no longer say it.
final class EndLog: Sendable {
    private let notes = Mutex<[String]>([])

    var entries: [String] { notes.withLock { $0 } }

    func note(_ entry: String) { notes.withLock { $0.append(entry) } }
}
