import LiveProtocol

/// Flash that travels, kept under the opaque tokens that stand for it on the wire (Flash.md, "What travels").
final class FlashTokens {
    private struct Entry {
        let flash: Flash
        let deadline: Duration
    }

    /// How long a token is good for.
    static let lifetime: Duration = .seconds(60)

    private let clock: VirtualClock
    private var entries: [String: Entry] = [:]
    private var nextNumber = 1

    init(clock: VirtualClock) { self.clock = clock }

    /// How many are kept: those of the last minute, and older ones until the next is given.
    var count: Int { entries.count }

    /// Gives a token for a flash; none for one without messages.
    func token(for flash: Flash) -> String? {
        guard !flash.isEmpty else { return nil }
        forgetExpired()
        let token = "flash.\(nextNumber)"
        nextNumber += 1
        entries[token] = Entry(flash: flash, deadline: clock.now + Self.lifetime)
        return token
    }

    /// The flash of a token; an empty one when the token is unknown or too old, which is no error.
    func flash(of token: String?) -> Flash {
        guard let token, let entry = entries[token], clock.now <= entry.deadline else { return Flash() }
        return entry.flash
    }

    private func forgetExpired() {
        if entries.isEmpty { return }
        entries = entries.filter { clock.now <= $0.value.deadline }
    }
}
