import LiveEngine

/// Texts that nobody can guess.
enum RandomText {
    /// Makes a text of 128 random bits.
    static func make() -> String { Base64URL.encode(bytes(16)) }

    /// Makes random bytes, of the system's generator for secrets.
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// Names that nobody guesses, for clients elsewhere.
struct ServerIDs: IDSource {
    func newContainerID() -> String { "phx-" + newKey() }

    func newKey() -> String { RandomText.make() }
}
