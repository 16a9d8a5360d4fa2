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
