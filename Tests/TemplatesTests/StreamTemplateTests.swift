import LiveProtocol
import Testing

@testable import Markup
@testable import Templates

@Suite("Streams in template files")
struct StreamTemplateTests {
    struct Song: Identifiable, Encodable, Sendable {
        var id: Int
        var title: String
    }

    struct Context: Encodable {
        var songs = LiveStream<Song>("songs")
    }

    private func sent(_ context: Context, _ source: String) throws -> NodeDiff? {
        let library = TemplateLibrary(sources: ["page": source])
        let rendered = try library.render("page", context: context)
        var writer = DiffWriter(statics: StaticsTable())
        defer { for note in writer.sent { note() } }
        if case .node(let list)? = writer.whole(rendered).dynamics[0] { return list }
        return nil
    }

    @Test("A loop over a stream gives ids and items, and sends the operations")
    func loop() throws {
        var context = Context()
        context.songs.insert(contentsOf: [Song(id: 1, title: "One"), Song(id: 2, title: "Two")])
        context.songs.delete(domID: "songs-7")
        let source = "{% for dom_id, song in songs %}<li id=\"{{ dom_id }}\">{{ song.title }}</li>{% endfor %}"
        let list = try #require(try sent(context, source))
        #expect(list.keyed?.count == 2)
        #expect(list.keyed?.entries[1] == .update(NodeDiff(dynamics: [0: .text("songs-2"), 1: .text("Two")])))
        #expect(
            list.stream
                == StreamDiff(
                    reference: "songs", inserts: [.init(id: "songs-2"), .init(id: "songs-1")], deletes: ["songs-7"]))
        #expect(context.songs.operations.isEmpty)
    }

    @Test("A stream without operations does not count as empty")
    func otherwise() throws {
        #expect(try sent(Context(), "{% for id, song in songs %}x{% else %}none{% endfor %}") == nil)
    }
}
