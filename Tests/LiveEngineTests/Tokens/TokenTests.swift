import LiveProtocol
import Testing

@testable import LiveEngine

@Suite("Tokens")
struct TokenTests {
    let sealer = NumberedSealer()

    private func engine(_ routes: Routes, layout: RootLayout = .standard) -> Engine {
        let shared = SharedServices(routes: routes, layout: layout, sealer: sealer, ids: CountedIDs())
        return Engine(shared: shared, clock: VirtualClock())
    }

    /// The values of an attribute in a page, in order.
    private func values(_ attribute: String, in html: String) throws -> [String] {
        html.matches(of: try Regex("\(attribute)=\"([^\"]*)\"")).compactMap { $0[1].substring.map(String.init) }
    }

    @Test(arguments: TokenPurpose.allCases)
    func `A token in plain words is good for its purpose alone`(_ purpose: TokenPurpose) {
        let plain = PlainSealer()
        let token = plain.seal("a.b", for: purpose)
        #expect(token == "\(purpose.rawValue).a.b")
        for other in TokenPurpose.allCases {
            #expect(plain.open(token, for: other) == (other == purpose ? "a.b" : nil))
        }
    }

    @Test(arguments: [("a", "b:c", "a:b"), ("a:b", "c", "a"), ("a b", "c", "a"), ("ä", "", "a")])
    func `A token for one container is not good for another`(_ container: String, _ group: String, _ other: String) {
        let tokens = PageTokens(sealer: PlainSealer())
        #expect(tokens.group(in: tokens.session(of: container, group: group), of: container) == group)
        #expect(tokens.group(in: tokens.session(of: container, group: group), of: other) == nil)
        #expect(tokens.layoutGroup(in: tokens.session(of: container, group: group), of: container) == nil)
        #expect(tokens.layoutGroup(in: tokens.layout(of: container, group: group), of: container) == group)
        #expect(tokens.flash(in: tokens.staticToken(of: container, flash: "f"), of: container) == "f")
        #expect(tokens.flash(in: tokens.staticToken(of: container, flash: "f"), of: other) == nil)
        #expect(tokens.flash(in: tokens.staticToken(of: container, flash: nil), of: container) == nil)
    }

    @Test func `Each page has a container of its own, and is joined there only`() throws {
        let engine = engine(Routes { Route("/") { Fleet() } })
        let pages = (0..<2).map { _ in engine.respond(to: PageRequest(url: "/")).html }
        let ids = try pages.map { try #require(try values("<div id", in: $0).first) }
        let tokens = try pages.map { try #require(try values("data-phx-session", in: $0).first) }
        #expect(Set(ids).count == 2)
        let family = TestFamily(connectedTo: engine)
        #expect(family.join(ids[0], .url("/"), session: tokens[1]) == .refused(.stale))
        #expect(family.join(SequentialIDs.containerID, .url("/"), session: tokens[0]) == .refused(.stale))
        family.join(ids[0], .url("/"), session: tokens[0])
        #expect(family.html(ids[0]).contains("<h1>"))
        #expect(family.joinNested("ada", in: ids[0]) != .refused(.stale))
        let count = sealer.purposes.count
        // Rendered anew, the page places the view with the token that it had.
        family.send(.event(EventPush(type: "click", event: "cargo", value: .json(["value": 5]))), to: ids[0])
        #expect(sealer.purposes.count == count)
        family.joinNested("ada", in: ids[0])
        #expect(!family.html("ada").isEmpty)
    }

    @Test(arguments: ["session.phx-1:default", "phx-1:default", "", "#", "#99", "#-1", "#0"])
    func `A token that was made up is refused`(_ token: String) {
        let engine = engine(Routes { Route("/") { Fleet() } })
        // The sealer's first is a key, which is good for nothing else.
        _ = sealer.seal("phx-1:default", for: .csrf)
        let family = TestFamily(connectedTo: engine)
        #expect(family.join("phx-1", .url("/"), session: token) == .refused(.stale))
        #expect(family.join("ada", .nested, session: token) == .refused(.stale))
    }

    @Test func `Flash travels under a token that says nothing of it`() throws {
        let shared = engine(Routes { Route("/") { Lobby() } }).shared
        let flashes = shared.flashes
        var flash = Flash()
        #expect(flashes.token(for: flash, at: .zero) == nil)
        flash.put("info", FlashValue("hello"))
        let token = try #require(flashes.token(for: flash, at: .seconds(5)))
        #expect(flashes.flash(of: token, at: .seconds(65))["info"]?.string == "hello")
        #expect(flashes.flash(of: token, at: .seconds(66)).isEmpty)
        #expect(flashes.flash(of: "key-1", at: .seconds(5)).isEmpty)
        #expect(flashes.flash(of: sealer.seal("key-1", for: .upload), at: .seconds(5)).isEmpty)
    }

    @Test func `Of flashes that nobody comes for the newest are kept`() {
        let flashes = FlashTokens(sealer: PlainSealer(), ids: SequentialIDs(), limit: 3)
        var flash = Flash()
        flash.put("info", FlashValue("hello"))
        let tokens = (0..<5).map { _ in flashes.token(for: flash, at: .zero) }
        #expect(flashes.count == 3)
        #expect(tokens.map { flashes.flash(of: $0, at: .zero).isEmpty } == [true, true, false, false, false])
    }

    @Test func `A file is sent with a token of the sealer's`() throws {
        let engine = engine(Routes { Route("/") { PapersView() } })
        let session = engine.shared.tokens.session(of: SequentialIDs.containerID, group: GroupRules.standard.name)
        let page = TestPage(on: engine, "/", session: session)
        page.choose([TestPage.entry("0", "a.txt", size: 3)])
        let token = try #require(try page.tokens(for: [TestPage.entry("0", "a.txt", size: 3)])["0"])
        #expect(sealer.open(token, for: .upload) == "0.1")
        #expect(page.joinUpload("0", "0.1").reply == UploadFailure.invalidToken.reply)
        #expect(page.joinUpload("0", "upload.0.1").reply == UploadFailure.invalidToken.reply)
        #expect(page.joinUpload("0", token).reply == .handled(nil))
    }
}
