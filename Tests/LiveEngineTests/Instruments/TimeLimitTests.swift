import LiveProtocol
import Testing

@testable import LiveEngine

@Suite struct TimeLimitTests {
    private let time = ManualTime()

    private func engine(limit: Duration? = .seconds(5), hasStopwatch: Bool = true) -> Engine {
        let time = time
        var limits = SessionLimits()
        limits.handlerTime = limit
        return Engine(
            routes: Routes([Route("/", "") { LaborView(time: time) }]), clock: VirtualClock(), limits: limits,
            stopwatch: hasStopwatch ? time.stopwatch : nil)
    }

    private func words(_ place: String, _ seconds: Int) -> String {
        "\(place): took \(seconds).0 seconds, and may take 5.0 seconds; nothing of it was kept. "
            + "Long work belongs in a task: startTask, assignAsync"
    }

    @Test func `a handler that takes as long as it may is kept`() {
        let page = TestPage(on: engine())
        page.click("work", ["seconds": 5])
        #expect(page.html == "1<i>0</i>")
        #expect(page.failures.isEmpty)
    }

    @Test func `a handler that takes longer is undone and reported`() {
        let page = TestPage(on: engine())
        #expect(page.click("work", ["seconds": 6])?.failure == words(#"event "work""#, 6))
        #expect(page.html == "0<i>0</i>")
        #expect(page.failures == [words(#"event "work""#, 6)])
        page.click("work", ["seconds": 1])
        #expect(page.html == "1<i>0</i>")
    }

    @Test func `a loop that asks ends when the time is up`() {
        let page = TestPage(on: engine())
        #expect(page.click("loop")?.failure == words(#"event "loop""#, 6))
        #expect(page.html == "0<i>0</i>")
    }

    @Test func `a loop may run for ever where there is no limit`() {
        let page = TestPage(on: engine(limit: nil))
        #expect(page.click("work", ["seconds": 1_000_000])?.failure == nil)
        #expect(TestPage(on: engine(hasStopwatch: false)).click("work", ["seconds": 6])?.failure == nil)
    }

    @Test func `the handler of a component has the same limit`() {
        let page = TestPage(on: engine())
        #expect(page.click("work", ["seconds": 6], in: 1)?.failure == words(#"event "work""#, 6))
        #expect(page.html == "0<i>0</i>")
        #expect(page.clock.nextDeadline == nil)
    }

    @Test func `rendering has a time of its own, and what led to it is undone`() {
        let page = TestPage(on: engine())
        page.click("renderSlowly", ["seconds": 4])
        page.click("work", ["seconds": 4])
        #expect(page.failures.isEmpty)
        #expect(page.click("renderSlowly", ["seconds": 6])?.failure == words("render", 6))
        #expect(page.html == "2<i>0</i>")
    }

    @Test func `infos have the limit, too`() {
        let page = TestPage(on: engine())
        page.click("later", ["seconds": 6])
        #expect(page.failures == [words("handleInfo", 6)])
        #expect(page.html == "1<i>0</i>")
    }

    @Test func `a view that mounts for too long is refused`() {
        let page = TestPage(on: engine(), "/?slow=1")
        #expect(page.tree == nil)
        #expect(page.messages.contains(.reply(.refused(.crashed(reason: words("mount", 6))))))
    }
}
