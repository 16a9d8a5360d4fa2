import Foundation
import LiveClient
import LiveEngine
import LiveProtocol
import Simulator
import Testing
import TextLayout

/// The views that the articles show, used as a person uses them.
@Suite struct ExampleTests {
    @Test func `a counter counts, and says that it begins anew`() throws {
        let bench = Bench(CounterView(), size: Size(columns: 60, rows: 20))
        try bench.press("tab enter tab enter")
        #expect(bench.text.contains("The count is 11."))
        try bench.press("tab enter")
        #expect(bench.text.contains("Back to zero."))
        try bench.press("1")
        #expect(!bench.text.contains("Back to zero."))
    }

    @Test func `a handler that throws is undone, and the page says why`() throws {
        let bench = Bench(ShoppingView(), size: Size(columns: 60, rows: 24))
        try bench.press("tab t e a tab 2 enter")
        #expect(bench.text.components(separatedBy: "tea").count >= 3)
        try bench.press("tab tab enter")
        #expect(bench.text.contains("bought"))
        bench.simulator.client.pushEvent("add", payload: ["name": "sugar", "count": 20])
        bench.simulator.settle()
        #expect(bench.simulator.problems.last?.contains("nobody can carry more than ten things") == true)
        #expect(!bench.text.contains("sugar"))
    }

    @Test func `a view may read its payloads itself`() throws {
        let bench = Bench(EchoView())
        try bench.press("tab enter")
        #expect(bench.text.contains("HELLO"))
        try bench.press("tab enter")
        #expect(bench.text.contains("whisper, without words"))
    }

    @Test func `infos come by time, from topics and from tasks`() throws {
        let bench = Bench(EggView())
        #expect(bench.text.contains("weighing"))
        bench.simulator.advance(by: .seconds(1))
        #expect(bench.text.contains("58 g"))
        try bench.press("tab enter")
        bench.simulator.advance(by: .seconds(10))
        #expect(bench.text.contains("0 s left. The eggs are done."))
    }

    @Test func `a page knows who is there`() {
        #expect(Bench(VisitorsView()).text.contains("Here: somebody"))
    }

    @Test func `a view knows whether its page is joined`() throws {
        let readers = VisitCounter()
        let clock = VirtualClock()
        let engine = Engine(routes: Routes { Route("/:dish") { DishView(readers: readers) } }, clock: clock)
        let simulator = Simulator(host: engine, clock: clock, size: Size(columns: 60, rows: 20))
        simulator.client.settings.connects = false
        simulator.open("/soup")
        #expect(simulator.frame().text.contains("Reader 0, stirred 0 times."))
        #expect(clock.nextDeadline == nil)
        simulator.client.settings.connects = true
        simulator.open("/soup")
        simulator.advance(by: .seconds(60))
        #expect(simulator.frame().text.contains("Reader 1, stirred 1 times."))
        simulator.open("/stones")
        #expect(simulator.client.status == 404)
        #expect(simulator.frame().text.contains("There is no such recipe."))
    }

    @Test func `a hook lets pass, and sends others elsewhere`() throws {
        let engine = Engine(routes: Routes(ShopApp().routes), clock: VirtualClock())
        let simulator = Simulator(host: engine, clock: VirtualClock(), size: Size(columns: 60, rows: 20))
        simulator.open("/account?user=Ada")
        #expect(simulator.frame().text.contains("You are Ada."))
        simulator.open("/account")
        #expect(simulator.frame().text.contains("Shopping"))
        #expect(!engine.hasView(at: "/account/many"))
        simulator.open("/results/tea?page=2")
        #expect(simulator.client.title == "tea, page 2")
        simulator.press(try Key("tab"))
        simulator.press(try Key("enter"))
        #expect(simulator.frame().text.contains("Page 3"))
    }

    @Test func `flash of any kind shows in banners with a button`() throws {
        let bench = Bench(LetterView(), size: Size(columns: 60, rows: 20))
        try bench.press("tab tab enter")
        #expect(bench.text.contains("An empty letter goes nowhere."))
        try bench.press("x")
        #expect(bench.simulator.banners.isEmpty)
        try bench.press("shift+tab H i tab enter")
        #expect(bench.text.contains("Letter 2 goes to Main Street."))
    }

    @Test func `a template file is rendered`() throws {
        let bench = Bench(MenuView(), size: Size(columns: 60, rows: 20))
        #expect(bench.text.contains("Soup, 3.50"))
        try bench.press("tab enter")
        #expect(bench.text.contains("One soup, coming."))
    }

    @Test func `a form says at its fields what is wrong, and is taken when nothing is`() async throws {
        let texts = try await Self.waiting {
            let bench = Bench(BookingView(), size: Size(columns: 60, rows: 40))
            let simulator = bench.simulator
            var texts: [String] = []
            try simulator.submit()
            texts.append(bench.text)
            for name in ["Nobody", "Ada"] {
                let field = try #require(simulator.document.element(withID: "booking_name"))
                try simulator.fill(field, with: name)
                simulator.settleWork(within: .seconds(900))
                texts.append(bench.text)
            }
            try simulator.submit()
            texts.append(bench.text)
            return texts
        }
        #expect(texts[0].contains("Whose name is it under?"))
        #expect(texts[1].contains("We do not know this name."))
        #expect(texts[3].contains("garden for 1 nights."))
    }

    @Test func `a form may take files`() throws {
        let bench = Bench(PapersView(), size: Size(columns: 60, rows: 20))
        #expect(bench.text.contains("Papers"))
        #expect(bench.simulator.problems.isEmpty)
    }

    @Test func `components and nested views talk to one another`() throws {
        let bench = Bench(RecipeView(), size: Size(columns: 60, rows: 30))
        try bench.press("tab tab enter")
        #expect(bench.text.contains("flour: 50"))
        #expect(bench.text.contains("flour is 50 now"))
        #expect(bench.text.contains("Notes"))
        try bench.press("tab tab tab enter")
        #expect(bench.text.contains("flour: 0"))
        try bench.press("tab enter")
        #expect(bench.text.contains("190 °C"))
        #expect(bench.text.contains("oven is 190 now"))
    }

    @Test func `lists and streams show what comes and goes`() throws {
        let songs = Bench(SongsView())
        try songs.press("tab enter")
        #expect(songs.text.contains("Blue 1"))
        let log = Bench(LogView())
        try log.press("tab enter enter")
        #expect(log.text.contains("Song 2"))
        try log.press("tab enter")
        #expect(!log.text.contains("Song"))
    }

    @Test func `commands run on the page`() throws {
        let bench = Bench(DrawerExampleView())
        #expect(!bench.text.contains("Opened"))
        try bench.press("tab enter")
        #expect(bench.text.contains("Opened 1 times."))
    }

    @Test func `a hook counts without asking the view`() throws {
        let clock = VirtualClock()
        var settings = ClientSettings()
        settings.hooks = NoteApp().hooks
        settings.allowsNavigation = NoteApp().allows
        let engine = Engine(routes: Routes(NoteApp().routes), clock: clock)
        let simulator = Simulator(
            host: engine, clock: clock, size: Size(columns: 40, rows: 12), settings: settings)
        simulator.open("/")
        for key in try Key.sequence("tab a b c d e f") { simulator.press(key) }
        #expect(simulator.frame().text.contains("6 of 5"))
        #expect(simulator.frame().text.contains("Too long 1 times."))
        for key in try Key.sequence("tab enter") { simulator.press(key) }
        #expect(simulator.frame().text.contains("0 of 5"))
    }

    /// Runs what waits for tasks: on a thread of its own, since waiting blocks it.
    private static func waiting<Result: Sendable>(
        for body: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Swift.Result { try body() }) }.start()
        }
    }
}
