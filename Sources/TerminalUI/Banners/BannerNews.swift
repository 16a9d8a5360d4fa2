import Simulator

/// Notices the banners that appear, and keeps the newest before the person's eyes for a moment.
struct BannerNews {
    /// How long it is told, unless a key comes.
    static let time = Duration.seconds(4)

    private struct Message: Hashable {
        let key: String?
        let text: String
    }

    private var known: [Message: Int] = [:]
    /// The banner that is told of.
    private(set) var banner: Banner?
    /// When that is over, by the page's clock.
    private(set) var end: Duration?

    /// Takes in the banners of now.
    ///
    /// - Returns: Those that were not there before.
    mutating func update(_ banners: [Banner], at now: Duration) -> [Banner] {
        var counts: [Message: Int] = [:]
        var new: [Banner] = []
        for banner in banners {
            let message = Message(key: banner.key, text: banner.text)
            counts[message, default: 0] += 1
            if counts[message, default: 0] > known[message, default: 0] { new.append(banner) }
        }
        known = counts
        if let last = new.last {
            banner = last
            end = now + Self.time
        } else if let told = banner {
            // One that goes takes its news along.
            banner = banners.first { $0.key == told.key && $0.text == told.text }
            if banner == nil { end = nil }
        }
        return new
    }

    /// Ends what was told for long enough.
    mutating func passTime(to now: Duration) {
        if let end, now >= end { acknowledge() }
    }

    /// The person has seen it.
    mutating func acknowledge() {
        banner = nil
        end = nil
    }
}
