import LiveProtocol
import Markup
import TestSupport
import Testing

@testable import LiveEngine

@Suite struct KeepingTests {
    private let world = Workshop.World()

    private func inspectable(_ transport: any Transport) throws -> any Inspectable {
        try #require(transport as? any Inspectable)
    }

    private func keep(_ page: TestPage) throws -> any KeptPage { try #require(try inspectable(page.transport).keep()) }

    @discardableResult
    private func restore(_ kept: any KeptPage, on page: TestPage) throws -> [RestoreShortfall] {
        let shortfalls = try inspectable(page.transport).restore(kept)
        page.receive()
        return shortfalls
    }

    private func context(in kept: any KeptPage) -> JSONValue? {
        kept.views.first.flatMap { kept.inspect($0.id)?.context }
    }

    // MARK: Keeping

    @Test func `a page of which nothing changed is kept once`() throws {
        let page = TestPage(Workshop())
        let kept = try keep(page)
        #expect(try keep(page) === kept)
        page.click("rename", ["name": "Ada"])
        #expect(try keep(page) !== kept)
    }

    @Test func `what was kept stays what it was`() throws {
        let page = TestPage(Workshop())
        page.click("rename", ["name": "Ada"])
        let kept = try keep(page)
        page.click("rename", ["name": "Grace"])
        page.click("lv:clear-flash")
        let main = try #require(kept.views.first)
        let inspection = try #require(kept.inspect(main.id))
        #expect(inspection.view == "Workshop")
        #expect(inspection.context["name"] == "Ada")
        #expect(inspection.flash == ["info": "Hello, Ada!"])
        #expect(kept.url == "/")
    }

    @Test func `only what changed is touched`() throws {
        let page = TestPage(Workshop())
        page.click("take", ["tool": "axe"])
        let kept = try keep(page)
        page.click("use", in: 2)
        let now = try keep(page)
        let parts = now.views.flatMap(\.all)
        #expect(parts.map(\.type) == ["Workshop", "Tool", "Tool"])
        #expect(parts.map { now.isUntouched($0.id, since: kept) } == [false, true, false])
    }

    @Test func `the parts of a page stand in a tree`() throws {
        let family = TestFamily(Workshop())
        family.click("gauge")
        family.joinNested("gauge")
        let kept = try #require(try inspectable(family.transport).keep())
        let main = try #require(kept.views.first)
        #expect(kept.views.count == 1)
        #expect(main.role == .main)
        #expect(main.children.map(\.role) == [.component, .nested])
        #expect(main.children.map(\.name) == ["saw", "gauge"])
        #expect(main.children.map(\.topic) == ["lv:phx-main", "lv:gauge"])
        #expect(kept.inspect(main.children[0].id)?.context == ["uses": 0])
        #expect(kept.inspect(main.children[1].id)?.context == ["level": 0])
        #expect(kept.inspect(InspectedPart.ID(session: 1_000)) == nil)
    }

    @Test func `the route of a page says where it is written`() throws {
        let page = TestPage(Routes { Route("/") { Workshop() } })
        page.join("/")
        let kept = try keep(page)
        let route = try #require(kept.views.first?.route)
        #expect(route.path.hasSuffix("LiveEngineTests/Keeping/KeepingTests.swift"))
        #expect(kept.views.flatMap(\.all).allSatisfy { $0.route == route })
    }

    @Test func `of a very large context the beginning is told`() throws {
        struct Crowd: LiveView {
            struct Context: LiveContext { var people = Array(0..<50_000) }
            func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>\(context.people.count)</p>" }
        }
        let page = TestPage(Crowd())
        let kept = try keep(page)
        let inspection = try #require(kept.views.first.flatMap { kept.inspect($0.id) })
        #expect(!inspection.isWhole)
        guard case .array(let people)? = inspection.context["people"] else { return #expect(Bool(false), "no list") }
        #expect((10_000..<20_000).contains(people.count))
        // Lists that are the same in both share their memory.
        #expect((400_000..<500_000).contains(kept.footprint.total))
    }

    // MARK: Restoring

    @Test func `context, flash, title and page are what they were`() throws {
        let page = TestPage(Workshop())
        page.click("rename", ["name": "Ada"])
        let (kept, html) = (try keep(page), page.html)
        page.click("rename", ["name": "Grace"])
        page.click("lv:clear-flash")
        #expect(try restore(kept, on: page) == [])
        #expect(page.html == html)
        #expect(page.title == "Ada")
        #expect(page.flash == ["info": "Hello, Ada!"])
        #expect(page.inspection?.context["name"] == "Ada")
        // And it goes on from there.
        page.click("take", ["tool": "axe"])
        #expect(page.inspection?.context["tools"] == ["saw", "axe"])
        #expect(page.html.contains("axe 0"))
    }

    @Test func `the address is what it was`() throws {
        let page = TestPage(Workshop())
        let kept = try keep(page)
        page.send(.livePatch(url: "/?page=2"))
        page.messages = []
        try restore(kept, on: page)
        #expect(page.messages.first == .livePatch(LivePatch(to: "/")))
        #expect(page.inspection?.context["page"] == "")
        #expect(try keep(page).url == "/")
    }

    @Test func `components are what they were, those that have gone as well`() throws {
        let page = TestPage(Workshop())
        page.click("take", ["tool": "axe"])
        page.click("use", in: 1)
        page.click("use", in: 2)
        page.click("note", in: 2)
        let (kept, html) = (try keep(page), page.html)
        page.click("use", in: 1)
        page.click("drop", ["tool": "axe"])
        page.send(.componentsWillBeDestroyed([2]))
        page.send(.componentsDestroyed([2]))
        #expect(try keep(page).views.flatMap(\.all).map(\.name) == ["phx-main", "saw"])
        page.click("take", ["tool": "rasp"])
        try restore(kept, on: page)
        #expect(html.contains("axe 1<b>noted</b>"))
        #expect(page.html.contains("saw 1<"))
        #expect(page.html.contains("axe 1<b>noted</b>"))
        #expect(!page.html.contains("rasp"))
        // It handles events under the number that it has now.
        let axe = try #require(try keep(page).views.flatMap(\.all).first { $0.name == "axe" })
        page.click("use", in: axe.id.component)
        #expect(page.html.contains("axe 2<b>noted</b>"))
    }

    @Test func `a nested view is what it was, whether it is still there or comes back`() throws {
        let family = TestFamily(Workshop())
        family.click("gauge")
        family.joinNested("gauge")
        family.click("raise", on: "gauge")
        family.click("raise", on: "gauge")
        let transport = try inspectable(family.transport)
        let kept = try #require(transport.keep())
        family.click("raise", on: "gauge")
        #expect(try transport.restore(kept) == [])
        family.receive()
        #expect(family.html("gauge") == "<p>level 2</p>")
        family.click("gauge")
        family.send(.leave, to: "gauge")
        #expect(family.inspection("gauge") == nil)
        #expect(try transport.restore(kept) == [])
        family.receive()
        family.joinNested("gauge")
        #expect(family.html("gauge") == "<p>level 2</p>")
        #expect(family.inspection("gauge")?.context == ["level": 2])
    }

    @Test func `a nested view that an event shows later starts anew`() throws {
        let family = TestFamily(Workshop())
        family.click("gauge")
        family.joinNested("gauge")
        family.click("raise", on: "gauge")
        let transport = try inspectable(family.transport)
        let kept = try #require(transport.keep())
        family.click("gauge")
        family.send(.leave, to: "gauge")
        _ = try transport.restore(kept)
        family.receive()
        family.click("rename", ["name": "Ada"])
        family.joinNested("gauge")
        #expect(family.html("gauge") == "<p>level 0</p>")
    }

    @Test func `timers go on`() throws {
        let page = TestPage(Workshop())
        page.click("start")
        let kept = try keep(page)
        page.advance(by: .seconds(2))
        #expect(page.inspection?.context["ticks"] == 2)
        try restore(kept, on: page)
        #expect(page.inspection?.context["ticks"] == 0)
        page.advance(by: .seconds(1))
        #expect(page.inspection?.context["ticks"] == 1)
    }

    @Test func `a view that was joined anew takes what the one before it held`() throws {
        let page = TestPage(Workshop())
        page.click("rename", ["name": "Ada"])
        let kept = try keep(page)
        page.join("/")
        #expect(page.inspection?.context["name"] == "")
        try restore(kept, on: page)
        #expect(page.inspection?.context["name"] == "Ada")
    }

    // MARK: What cannot be

    @Test func `what cannot be rendered as it was changes nothing`() throws {
        let page = TestPage(Workshop(world: world))
        let kept = try keep(page)
        page.click("rename", ["name": "Ada"])
        let html = page.html
        world.isBroken = true
        #expect(throws: RestoreRefusal.failed("render: Breakage()")) { try restore(kept, on: page) }
        #expect(page.html == html)
        #expect(page.inspection?.context["name"] == "Ada")
    }

    @Test func `a view that is gone is named`() throws {
        let page = TestPage(
            Routes {
                Route("/") { Workshop() }
                Route("/gauge") { Workshop.Gauge() }
            })
        page.join("/")
        let kept = try keep(page)
        page.join("/gauge", isRedirect: true)
        #expect(throws: RestoreRefusal.viewGone("Workshop", present: "Gauge")) { try restore(kept, on: page) }
        page.send(.leave)
        #expect(throws: RestoreRefusal.viewGone("Workshop", present: nil)) { try restore(kept, on: page) }
        #expect(throws: RestoreRefusal.nothingKept) { try restore(keep(page), on: page) }
    }

    @Test func `a context that is an object is refused`() throws {
        struct Shared: LiveView {
            final class Context: LiveContext {
                let name = ""
            }
            func render(_ context: Context, _ meta: Meta) -> Rendered { "<p></p>" }
        }
        let page = TestPage(Shared())
        #expect(throws: RestoreRefusal.contextIsObject(view: "Shared")) { try restore(keep(page), on: page) }
    }

    @Test func `what is no value, or is kept by the page alone, is told`() throws {
        final class Ledger: Encodable, Sendable {}
        struct Song: Identifiable, Encodable, Sendable { let id: Int }
        struct Choir: LiveView {
            struct Book: Encodable, Sendable { var ledger: Ledger? = Ledger() }
            struct Context: LiveContext {
                var songs = LiveStream<Song>("songs")
                var book = Book()
                var weather = AsyncResult<String>.loading()
            }
            enum Event: Decodable, Sendable { case sing(id: Int) }
            func handle(_ event: Event, _ socket: inout Socket) {
                if case .sing(let id) = event { socket.context.songs.insert(Song(id: id)) }
            }
            func render(_ context: Context, _ meta: Meta) -> Rendered {
                "<ul>\(stream(context.songs) { id, song in "<li id=\"\(id)\">\(song.id)</li>" })</ul>"
            }
        }
        let page = TestPage(Choir())
        page.click("sing", ["id": 1])
        let kept = try keep(page)
        page.click("sing", ["id": 2])
        page.messages = []
        #expect(
            try restore(kept, on: page) == [
                .stream("songs"), .object(place: "book.ledger"), .awaited(place: "weather"),
            ])
        // The page keeps the rows that it has: it is told of nothing.
        #expect(page.messages.isEmpty)
        page.click("sing", ["id": 3])
        #expect(page.failures.isEmpty)
    }
}
