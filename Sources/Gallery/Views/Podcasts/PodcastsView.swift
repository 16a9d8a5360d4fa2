import Viewfinder

/// A podcast's episodes: links and keys change the address and the title, and the view stays.
struct PodcastsView: LiveView {
    struct Context: LiveContext {
        var episode = Episode.all[0]
    }

    enum Event: Codable, Sendable {
        case next, previous
    }

    func handleParams(_ params: Params, _ socket: inout Socket) {
        let slug = params["episode"] ?? ""
        guard let episode = Episode.all.first(where: { $0.slug == slug }) else {
            socket.putFlash("error", "There is no episode called “\(slug)”; this is the newest.")
            socket.replacePatch(to: Episode.all[0].path)
            return
        }
        socket.context.episode = episode
        socket.title = "\(episode.title) · Salt & Signal"
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        let neighbour =
            switch event {
            case .next: socket.context.episode.neighbour(1)
            case .previous: socket.context.episode.neighbour(-1)
            }
        if let neighbour { socket.pushPatch(to: neighbour.path) }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Salt &amp; Signal</h1>
        \(meta.flashBanners())
        <div class="split">
          <nav aria-label="Episodes">
            <ul>\(each(Episode.all, by: \.slug) { item($0, isShown: $0 == context.episode) })</ul>
          </nav>
          \(article(context.episode))
        </div>
        <p class="hint"><kbd \(on: .windowKeydown, Event.previous) phx-key="p">p</kbd> episode before,
          <kbd \(on: .windowKeydown, Event.next) phx-key="n">n</kbd> next</p>
        """
    }

    private func item(_ episode: Episode, isShown: Bool) -> Rendered {
        "<li>\(link(episode.title, patch: episode.path, isCurrent: isShown))</li>"
    }

    private func article(_ episode: Episode) -> Rendered {
        """
        <article aria-labelledby="episode">
          <h2 id="episode">\(episode.title)</h2>
          <p>\(episode.minutes) minutes</p>
          <p>\(episode.summary)</p>
          <table>
            <thead><tr><th class="right">min</th><th>chapter</th></tr></thead>
            <tbody>\(episode.chapters.map(row))</tbody>
          </table>
        </article>
        """
    }

    private func row(_ chapter: Episode.Chapter) -> Rendered {
        #"<tr><td class="right">\#(chapter.minute)</td><td>\#(chapter.title)</td></tr>"#
    }
}

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
