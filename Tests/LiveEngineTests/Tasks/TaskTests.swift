import LiveProtocol
import Testing

@testable import LiveEngine

@Suite("Tasks")
struct TaskTests {
    let source = Source()

    private func page() -> TestPage {
        TestPage(
            on: Engine(routes: Routes([Route("/", "") { [source] in WorkView(source: source) }]), clock: VirtualClock())
        )
    }

    @Test(
        "A result comes as an info, and so does a failure", arguments: [("yes", "yes"), ("nothing", "failed: nothing")])
    func result(word: String, shown: String) async throws {
        let page = page()
        let activity = Counter()
        page.transport.onActivity = { activity.increase() }
        page.click("fetch", ["value": .string(word)])
        #expect(page.html.hasPrefix("...|"))
        #expect(page.transport.isWorking)
        source.open()
        try await page.finishWork()
        #expect(page.html.hasPrefix("\(shown)|"))
        #expect(activity.value > 0)
    }

    @Test("A task that cannot fail has a result that cannot fail")
    func safe() async throws {
        let page = page()
        page.click("safe")
        try await page.finishWork()
        #expect(page.html.hasPrefix("42|"))
    }

    @Test("A task of a handler that fails is not started")
    func failing() async throws {
        let page = page()
        page.click("fetchThenThrow", ["value": "never"])
        #expect(!page.transport.isWorking)
        #expect(page.html.hasPrefix("-|"))
    }

    @Test("A task that is started again replaces the one before")
    func replaced() async throws {
        let page = page()
        page.click("fetch", ["value": "first"])
        page.click("fetch", ["value": "second"])
        try await page.wait { source.ended.value == 1 }
        source.open()
        try await page.finishWork()
        #expect(page.html.hasPrefix("second|"))
    }

    @Test("A task that is cancelled gives nothing, and its page is at rest at once")
    func cancelled() async throws {
        let page = page()
        page.click("fetch", ["value": "late"])
        page.click("cancel")
        #expect(!page.transport.isWorking)
        try await page.wait { source.ended.value == 1 }
        page.receive()
        #expect(page.html.hasPrefix("...|"))
    }

    @Test("Tasks end with their session", arguments: ["leave", "drop"])
    func ended(way: String) async throws {
        var page: TestPage? = page()
        page?.click("fetch", ["value": "late"])
        if way == "leave" { page?.click("leave") } else { page = nil }
        #expect(page?.transport.isWorking != true)
        for _ in 0..<10_000 where source.ended.value == 0 {
            try await Task.sleep(for: .milliseconds(1))
            page?.receive()
        }
        #expect(source.ended.value == 1)
    }

    @Test("A value that is fetched into the context says that it loads, is there, or failed")
    func asyncResult() {
        let page = page()
        source.lists.withLock { $0 = [.success([1, 2]), .failure(.init(description: "gone"))] }
        #expect(page.html == "-|loading ")
        page.click("list")
        page.advance(by: .seconds(1))
        #expect(page.html == "-|[1, 2]")
        page.click("list")
        #expect(page.html == "-|loading [1, 2]")
        page.advance(by: .seconds(1))
        #expect(page.html == "-|gone[1, 2]")
        page.click("list")
        page.click("cancelList")
        #expect(page.html == "-|[1, 2]")
    }

    @Test("A task that takes longer than it may is cancelled and has failed, on the session's clock")
    func timeout() async throws {
        let page = page()
        page.click("fetchInTime", ["value": "late"])
        page.click("listInTime")
        page.advance(by: .seconds(2))
        #expect(page.html == "-|took longer than 2.0 seconds")
        page.advance(by: .seconds(3))
        #expect(page.html == "failed: took longer than 5.0 seconds|took longer than 2.0 seconds")
        #expect(!page.transport.isWorking)
        try await page.wait { source.ended.value == 2 }
    }

    @Test("A task that is done in time has no time limit any more")
    func inTime() async throws {
        let page = page()
        page.click("fetchInTime", ["value": "soon"])
        source.open()
        try await page.finishWork()
        #expect(page.clock.nextDeadline == nil)
        page.advance(by: .seconds(10))
        #expect(page.html.hasPrefix("soon|"))
    }

    @Test("A feed gives each element in order, and never keeps the page from resting")
    func feed() async throws {
        let page = page()
        page.click("feedLoudly")
        #expect(!page.transport.isWorking)
        for number in 1...50 { source.numbers.continuation.yield(number) }
        source.numbers.continuation.finish()
        let all = (1...50).map { "\($0)" }.joined(separator: " ")
        try await page.wait { page.html.hasPrefix("- \(all) done|") }
    }

    @Test("A feed that is cancelled is silent")
    func cancelledFeed() {
        let page = page()
        page.click("feed")
        page.click("cancel")
        source.numbers.continuation.finish(throwing: Source.Missing(description: "no more"))
        page.receive()
        #expect(page.failures == [])
    }

    @Test("A feed that fails is a failure of its session")
    func failingFeed() async throws {
        let page = page()
        page.click("feed")
        source.numbers.continuation.finish(throwing: Source.Missing(description: "no more"))
        try await page.wait { page.failures == ["task \"feed\": no more"] }
    }

    @Test("Templates read the state of a fetched value")
    func encoded() throws {
        #expect(
            try JSONValue(encoding: AsyncResult<Int>.failed(reason: "gone", last: 7)) == [
                "ok": false, "loading": false, "failed": "gone", "result": 7,
            ])
        #expect(
            try JSONValue(encoding: AsyncResult<Int>.loading()) == [
                "ok": false, "loading": true, "failed": nil, "result": nil,
            ])
    }
}
