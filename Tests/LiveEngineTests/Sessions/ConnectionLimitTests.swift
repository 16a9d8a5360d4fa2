import LiveProtocol
import Testing

@testable import LiveEngine

@Suite("Limits of a connection")
struct ConnectionLimitTests {
    private func engine(_ limits: SessionLimits) -> Engine {
        Engine(
            routes: Routes {
                Route("/") { Fleet() }
                Route("/papers") { PapersView() }
            }, clock: VirtualClock(), limits: limits)
    }

    @Test func `No more views are joined at a time than may be`() {
        var limits = SessionLimits()
        limits.views = 2
        let page = TestFamily(on: engine(limits))
        page.click("show", ["ships": ["ada", "bea"]])
        #expect(page.joinNested("ada")?.failure == nil)
        #expect(
            page.joinNested("bea")?.failure == "the connection has 2 views already, and may have no more at a time")
        page.send(.leave, to: "ada")
        #expect(page.joinNested("bea")?.failure == nil)
        #expect(!page.html("bea").isEmpty)
    }

    @Test func `No more joins come than may, all in all`() {
        var limits = SessionLimits()
        limits.joins = 3
        let page = TestPage(on: engine(limits))
        for _ in 0..<2 { #expect(page.join("/")?.failure == nil) }
        #expect(
            page.join("/")?.failure
                == "the connection has joined views 3 times, and may not again; load the page anew")
        #expect(TestPage(on: page.engine).html.contains("<h1>"))
    }

    @Test func `Of the tokens for files the newest are kept`() throws {
        var limits = SessionLimits()
        limits.uploadTickets = 2
        let page = TestPage(on: engine(limits), "/papers")
        let entry = TestPage.entry("0", "a.txt", size: 3)
        let tokens = try (0..<3).map { _ in try #require(try page.tokens(for: [entry])["0"]) }
        #expect(page.joinUpload("0", tokens[0]).reply == UploadFailure.invalidToken.reply)
        #expect(page.joinUpload("0", tokens[1]).reply == .handled(nil))
    }

    @Test func `Files that are chosen without end are not all kept`() throws {
        let page = TestPage(on: engine(SessionLimits()), "/papers")
        for round in 0..<3 {
            page.choose((0..<200).map { TestPage.entry("\(round).\($0)", "a.txt", size: 3) })
        }
        #expect(page.texts("i").count == 102)
    }
}
