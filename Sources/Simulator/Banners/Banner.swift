import HTMLTree

/// A flash banner on the page: what its click clears is the flash of its key.
package struct Banner: Hashable, Sendable {
    /// The flash key; nil when a click clears all.
    package let key: String?
    /// The digit that dismisses it, in a field with alt: `1` to `9` and `0`, the same for as long as it stays; empty for an
    /// eleventh.
    package internal(set) var label: String
    /// The banner as a whole.
    package let node: NodeID
    /// What is clicked: the banner itself, or the button in it.
    package let trigger: NodeID
    /// What it says, white space folded.
    package let text: String
    /// Whether it announces itself as something that must not be missed (`role="alert"`).
    package var isAlert = false

    /// Whether it tells of an error: by its key, and where it has none, by its role.
    package var isError: Bool { key.map { $0 == "error" } ?? isAlert }
}

/// Remembers in which order banners appeared, which the page does not say: a flash put again under its key keeps its
/// place there.
struct BannerAges {
    private struct Message: Hashable {
        let key: String?
        let text: String
    }

    private var turns: [Message: Int] = [:]
    private var nextTurn = 0

    /// Takes in the banners of now; of several that are new, the later on the page are the newer.
    mutating func update(_ banners: [Banner]) {
        let messages = banners.map { Message(key: $0.key, text: $0.text) }
        let present = Set(messages)
        turns = turns.filter { present.contains($0.key) }
        for message in messages where turns[message] == nil {
            turns[message] = nextTurn
            nextTurn += 1
        }
    }

    /// The banner that appeared last.
    func newest(of banners: [Banner]) -> Banner? {
        banners.max { turn(of: $0) < turn(of: $1) }
    }

    /// The banners in the order in which they appeared, the last one first.
    func newestFirst(_ banners: [Banner]) -> [Banner] {
        banners.sorted { turn(of: $0) > turn(of: $1) }
    }

    private func turn(of banner: Banner) -> Int {
        turns[Message(key: banner.key, text: banner.text)] ?? 0
    }
}
