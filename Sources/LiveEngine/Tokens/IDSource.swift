import Synchronization

/// Gives names that are new each time.
///
/// A server whose clients are elsewhere gives names that nobody guesses.
package protocol IDSource: Sendable {
    /// The id of the container of a page's main view.
    func newContainerID() -> String

    /// The name of something that is kept until a client comes for it.
    func newKey() -> String
}

/// Names that are the same in each run, for clients in the same process, each of which has one page.
package final class SequentialIDs: IDSource {
    static let containerID = "phx-main"

    private let lastNumber = Atomic(0)

    package init() {}

    package func newContainerID() -> String { Self.containerID }

    package func newKey() -> String { "\(lastNumber.wrappingAdd(1, ordering: .relaxed).newValue)" }
}
