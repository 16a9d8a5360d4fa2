import LiveEngine

/// Names that nobody guesses, for clients elsewhere.
struct ServerIDs: IDSource {
    func newContainerID() -> String { "phx-" + newKey() }

    func newKey() -> String { RandomText.make() }
}
