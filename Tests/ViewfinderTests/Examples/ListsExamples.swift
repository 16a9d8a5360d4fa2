import Viewfinder

// The examples of the article "Lists and streams"; a test holds the article to this file.

struct Song: Identifiable, Equatable, Encodable, Sendable {
    let id: Int
    var title: String
    var stars = 0
}

struct SongsView: LiveView {
    struct Context: LiveContext {
        var songs = LiveList([Song(id: 1, title: "Blue"), Song(id: 2, title: "Green")])
    }

    enum Event: Decodable, Sendable {
        case like(id: Int)
        case top(id: Int)
        case remove(id: Int)
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .like(let id): socket.context.songs[id: id]?.stars += 1
        case .top(let id):
            guard let index = socket.context.songs.index(id: id) else { return }
            socket.context.songs.move(from: index, to: 0)
        case .remove(let id): socket.context.songs.remove(id: id)
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <ul>\(each(context.songs, row))</ul>
        """
    }

    private func row(_ song: Song) -> Rendered {
        """
        <li>\(song.title) \(song.stars) <button phx-click="like" phx-value-id="\(song.id)">Like \(song.title)</button></li>
        """
    }
}

struct LogView: LiveView {
    struct Context: LiveContext {
        var lines = LiveStream<Song>("songs")
        var last = 0
    }

    enum Event: Decodable, Sendable {
        case play, forget
    }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .play:
            socket.context.last += 1
            socket.context.lines.insert(Song(id: socket.context.last, title: "Song"), at: 0, limit: 100)
        case .forget: socket.context.lines.reset()
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <div id="songs" phx-update="stream">
          \(stream(context.lines) { id, song in #"<p id="\#(id)">\#(song.title) \#(song.id)</p>"# })
        </div>
        <button phx-click="play">Play</button> <button phx-click="forget">Forget</button>
        """
    }
}
