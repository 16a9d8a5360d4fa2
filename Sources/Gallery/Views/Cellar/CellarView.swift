import Viewfinder

/// The cellar, for those who have the key: its shelves, and the way out.
struct CellarView: LiveView {
    typealias Context = NoContext

    enum Event: Decodable, Sendable {
        case lock
    }

    let keeper: Shared<String?>

    func mount(_ params: Params, _ socket: inout Socket) { socket.title = "Cellar" }

    func handle(_ event: Event, _ socket: inout Socket) {
        switch event {
        case .lock:
            _ = keeper.change { $0 = nil }
            socket.putFlash("info", "The door falls shut.")
            socket.pushNavigate(to: "/cellar/door")
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <h1>Cellar</h1>
        \(meta.flashBanners())
        <p>\(meta.assigns[CellarKeeper.self]) has the key.</p>
        <ul>\(Shelf.all.indices.map { index in
            "<li>\(link(Shelf.all[index].name, navigate: "/cellar/shelf/\(index + 1)"))</li>"
        })</ul>
        <p><button phx-click="lock">Lock up</button></p>
        """
    }
}
