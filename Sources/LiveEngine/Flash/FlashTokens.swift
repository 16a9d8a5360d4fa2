import Basics
import Synchronization

/// Flash that travels, kept under the opaque tokens that stand for it on the wire (Flash.md, "What travels").
final class FlashTokens: Sendable {
    private struct Entry {
        let flash: Flash
        let deadline: Duration
    }

    private struct Contents {
        var entries: [String: Entry] = [:]
        /// The keys in order of arrival, with their deadlines.
        var line = Queue<(key: String, deadline: Duration)>()
    }

    private let sealer: any TokenSealer
    private let ids: any IDSource
    private let limit: Int
    private let contents = Mutex(Contents())

    /// - Parameter limit: How many are kept at most; the oldest are forgotten first.
    init(sealer: any TokenSealer, ids: any IDSource, limit: Int) {
        self.sealer = sealer
        self.ids = ids
        self.limit = limit
    }

    /// How many are kept: those of the last minute, and older ones until the next is given.
    var count: Int { contents.withLock { $0.entries.count } }

    /// Gives a token for a flash; none for one without messages.
    ///
    /// - Parameter now: Since 1970-01-01T00:00:00Z.
    func token(for flash: Flash, at now: Duration) -> String? {
        guard !flash.isEmpty else { return nil }
        let key = ids.newKey()
        let deadline = now + TokenPurpose.flash.lifetime
        contents.withLock { contents in
            contents.entries[key] = Entry(flash: flash, deadline: deadline)
            contents.line.append((key, deadline))
            while let first = contents.line.first, first.deadline < now || contents.entries.count > limit {
                _ = contents.line.popFirst()
                contents.entries[first.key] = nil
            }
        }
        return sealer.seal(key, for: .flash)
    }

    /// The flash of a token; an empty one when the token is unknown or too old, which is no error.
    ///
    /// - Parameter now: Since 1970-01-01T00:00:00Z.
    func flash(of token: String?, at now: Duration) -> Flash {
        guard let key = token.flatMap({ sealer.open($0, for: .flash) }),
            let entry = contents.withLock({ $0.entries[key] }), now <= entry.deadline
        else { return Flash() }
        return entry.flash
    }
}
