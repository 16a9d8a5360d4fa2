/// One episode of the podcast.
struct Episode: Encodable, Sendable, Equatable {
    struct Chapter: Encodable, Sendable, Equatable {
        let minute: Int
        let title: String
    }

    let slug: String
    let title: String
    let minutes: Int
    let summary: String
    let chapters: [Chapter]

    init(_ slug: String, _ title: String, minutes: Int, _ summary: String, _ chapters: KeyValuePairs<Int, String>) {
        self.slug = slug
        self.title = title
        self.minutes = minutes
        self.summary = summary
        self.chapters = chapters.map { Chapter(minute: $0, title: $1) }
    }

    static let all = [
        Episode(
            "tides", "The clock in the sea", minutes: 42,
            "A harbour master explains why her tide tables are never wrong and her watch always is.",
            [0: "A pier at four in the morning", 11: "Two moons' worth of water", 29: "Listeners' questions"]),
        Episode(
            "foghorn", "A song for no one", minutes: 35,
            "The last foghorn of the coast falls silent, and three villages find that they cannot sleep.",
            [0: "Two notes, forty seconds apart", 14: "How brass learned to sing", 26: "The quiet after"]),
        Episode(
            "lamp", "Nineteen steps to the lamp", minutes: 51,
            "Four generations of one family kept a light. The fifth sells the bulbs it no longer needs.",
            [0: "Oil, wick and soot", 18: "The winter of the broken lens", 37: "A museum with a view"]),
        Episode(
            "gulls", "Gulls have accents", minutes: 28,
            "An ornithologist with two microphones and no patience proves what every sailor knows.",
            [0: "The thief of Pier Seven", 9: "Dialects of the estuary"]),
        Episode(
            "knots", "A short history of knots", minutes: 46,
            "From a fish trap to a surgeon's thread: the one tool that is made of nothing but itself.",
            [0: "A string and a problem", 16: "Why yours comes undone", 33: "Tie along with us"]),
    ]

    /// The episode before or after this one; nil at the ends.
    func neighbour(_ step: Int) -> Episode? {
        guard let place = Self.all.firstIndex(of: self), Self.all.indices.contains(place + step) else { return nil }
        return Self.all[place + step]
    }

    var path: String { "/podcasts/\(slug)" }
}
