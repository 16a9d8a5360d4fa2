import LiveEngine
import Synchronization

/// Where a view's tasks get their things from; a word comes when the test says so.
final class Source: Sendable {
    struct Missing: Error, CustomStringConvertible { let description: String }

    let numbers = AsyncThrowingStream<Int, any Error>.makeStream()
    private let openings = Counter()
    let lists = Mutex<[Result<[Int], Missing>]>([])
    let ended = Counter()

    /// Lets words come from now on.
    func open() { openings.increase() }

    /// Gives the word back when the gate opens; a word that begins with "no" is missing.
    func word(_ word: String) async throws -> String {
        defer { ended.increase() }
        while openings.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        if word.hasPrefix("no") { throw Missing(description: word) }
        return word
    }

    /// Gives the next list after a second.
    func list() async throws(Missing) -> [Int] {
        try? await SessionClock.current.sleep(for: .seconds(1))
        return try lists.withLock { $0.isEmpty ? .success([]) : $0.removeFirst() }.get()
    }
}
