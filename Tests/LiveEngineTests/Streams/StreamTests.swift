import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

@Suite("Streams")
struct StreamTests {
    struct Song: Identifiable, Encodable, Sendable {
        var id: Int
        var title: String
    }

    struct SongsView: LiveView {
        struct Context: LiveContext {
            var songs = LiveStream<Song>("songs")
            var clicks = 0
            var isMarked = false
        }

        enum Event: Decodable, Sendable {
            case add(id: Int, title: String), remove(Int), removeByID(String), click, addThenThrow(Int), clear, mark
        }

        struct Broken: Error {}

        func mount(_ params: Params, _ socket: inout Socket) throws {
            for id in try params.value("ids", as: String?.self)?.split(separator: ",").compactMap({ Int($0) }) ?? [] {
                socket.context.songs.insert(Song(id: id, title: "Song \(id)"), limit: -5)
            }
        }

        func handle(_ event: Event, _ socket: inout Socket) throws {
            switch event {
            case .add(let id, let title): socket.context.songs.insert(Song(id: id, title: title), at: 0)
            case .remove(let id): socket.context.songs.delete(Song(id: id, title: ""))
            case .removeByID(let id): socket.context.songs.delete(domID: id)
            case .click: socket.context.clicks += 1
            case .addThenThrow(let id):
                socket.context.songs.insert(Song(id: id, title: ""))
                throw Broken()
            case .clear: socket.context.songs.reset()
            case .mark: socket.context.isMarked = true
            }
        }

        func render(_ context: Context, _ meta: Meta) -> Rendered {
            """
            <ul id="list" phx-update="stream">\(stream(context.songs) { id, song in
                context.isMarked ? "<li id=\"\(id)\"><b>\(song.title)</b></li>" : "<li id=\"\(id)\">\(song.title)</li>"
            })</ul>\(context.clicks)
            """
        }
    }

    private func page(_ ids: String = "") -> TestPage {
        TestPage(on: Engine(routes: Routes([Route("/", "") { SongsView() }]), clock: VirtualClock()), "/?ids=\(ids)")
    }

    private func join(_ page: TestPage) -> NodeDiff? {
        for case .reply(.joined(let join)) in page.messages {
            if case .node(let list)? = join.rendered.root.dynamics[0] { return list }
        }
        return nil
    }

    private func sent(_ reply: Reply?) -> NodeDiff? {
        if case .node(let list)? = reply?.diff?.root.dynamics[0] { list } else { nil }
    }

    @Test("The join brings the rows with their statics, the inserts newest first")
    func joining() throws {
        let list = try #require(join(page("1,2")))
        #expect(list.statics == .pieces(Statics(["<li id=\"", "\">", "</li>"])))
        #expect(list.keyed?.count == 2)
        #expect(
            list.stream
                == StreamDiff(
                    reference: "songs", inserts: [.init(id: "songs-2", limit: -5), .init(id: "songs-1", limit: -5)]))
    }

    @Test("An insert sends its row alone; a render without operations sends nothing of the stream")
    func inserting() throws {
        let page = page("1,2")
        let list = try #require(sent(page.click("add", ["id": 3, "title": "<Three>"])))
        #expect(list.statics == nil)
        #expect(
            list.keyed
                == KeyedDiff(
                    entries: [0: .update(NodeDiff(dynamics: [0: .text("songs-3"), 1: .text("&lt;Three&gt;")]))],
                    count: 1))
        #expect(list.stream == StreamDiff(reference: "songs", inserts: [.init(id: "songs-3", at: 0)]))
        #expect(page.click("click")?.diff?.root.dynamics.keys == [1])
    }

    @Test(
        "Deletes and resets are sent without rows",
        arguments: [
            ("remove", ["value": 1], StreamDiff(reference: "songs", deletes: ["songs-1"])),
            ("removeByID", ["value": "songs-2"], StreamDiff(reference: "songs", deletes: ["songs-2"])),
            ("clear", [:], StreamDiff(reference: "songs", resets: true)),
        ] as [(String, JSONValue, StreamDiff)])
    func deleting(event: String, value: JSONValue, expected: StreamDiff) throws {
        let page = page("1,2")
        let list = try #require(sent(page.click(event, value)))
        #expect(list.keyed == KeyedDiff(count: 0))
        #expect(list.stream == expected)
    }

    @Test("A stream that starts empty sends nothing, then operations even without a row, then rows of any template")
    func startingEmpty() throws {
        let page = page()
        #expect(join(page) == nil)
        let deleted = try #require(sent(page.click("remove", ["value": 1])))
        #expect(deleted.statics == .pieces(Statics(["", ""])))
        #expect(deleted.stream?.deletes == ["songs-1"])
        let added = try #require(sent(page.click("add", ["id": 1, "title": "One"])))
        #expect(added.statics == nil)
        #expect(added.keyed?.count == 1)
    }

    @Test("Rows of another template bring their statics")
    func otherTemplate() throws {
        let page = page("1")
        page.click("mark")
        let list = try #require(sent(page.click("add", ["id": 2, "title": "Two"])))
        #expect(list.statics == .pieces(Statics(["<li id=\"", "\"><b>", "</b></li>"])))
    }

    @Test("A handler that fails leaves the stream as it was")
    func failing() {
        let page = page("1")
        page.click("addThenThrow", ["value": 2])
        #expect(page.click("click")?.diff?.root.dynamics.keys == [1])
    }

    @Test("No row stays in memory: the context has none after they are sent")
    func memory() {
        let page = page("1,2")
        #expect(page.inspection?.context["songs"] == ["stream": "songs"])
        page.click("add", ["id": 3, "title": "Three"])
        #expect(page.inspection?.context["songs"] == ["stream": "songs"])
    }
}
