/// Remembers in which order banners appeared, which the page does not say: a flash put again under its key keeps its
/// place there.
struct BannerAges {
    private struct Message: Hashable {
        let key: String?
        let text: String
    }

    private var births: [Message: Int] = [:]
    private var nextBirth = 0

    /// Takes in the banners of now; of several that are new, the later on the page are the newer.
    mutating func update(_ banners: [Banner]) {
        let messages = banners.map { Message(key: $0.key, text: $0.text) }
        let present = Set(messages)
        births = births.filter { present.contains($0.key) }
        for message in messages where births[message] == nil {
            births[message] = nextBirth
            nextBirth += 1
        }
    }

    /// The banner that appeared last.
    func newest(of banners: [Banner]) -> Banner? {
        banners.max { birth(of: $0) < birth(of: $1) }
    }

    /// The banners in the order in which they appeared, the last one first.
    func newestFirst(_ banners: [Banner]) -> [Banner] {
        banners.sorted { birth(of: $0) > birth(of: $1) }
    }

    private func birth(of banner: Banner) -> Int {
        births[Message(key: banner.key, text: banner.text)] ?? 0
    }
}
