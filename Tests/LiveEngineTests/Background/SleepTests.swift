import LiveProtocol
import Testing

@testable import LiveEngine

/// Tasks that sleep by the clock of their session, where that stands still until it is moved.
struct SleepTests {
    private static func sleep(_ seconds: Int) async throws {
        try await SessionClock.current.sleep(for: .seconds(seconds))
    }

    @Test func `a task sleeps as long as its session's clock says, and its page is at rest meanwhile`() {
        let page = ErrandView.page([
            "nap": { say in
                say("asleep")
                try await Self.sleep(3600)
                say("awake")
            }
        ])
        page.start("nap")
        #expect(page.html == "asleep")
        #expect(!page.transport.isWorking)
        #expect(page.clock.nextDeadline == .seconds(3600))
        page.advance(by: .seconds(3599))
        #expect(page.html == "asleep")
        page.advance(by: .seconds(1))
        #expect(page.html == "asleep, awake, nap done")
        #expect(page.clock.nextDeadline == nil)
    }

    @Test func `tasks wake in order of time, and of going to sleep`() {
        var errands: [String: ErrandView.Errand] = [:]
        for (name, seconds) in [("a", 2), ("b", 1), ("c", 1), ("d", 2)] {
            errands[name] = { _ in try await Self.sleep(seconds) }
        }
        let page = ErrandView.page(errands)
        for name in ["d", "c", "a", "b"] { page.start(name) }
        page.advance(by: .seconds(2))
        #expect(page.html == "c done, b done, d done, a done")
    }

    @Test func `sleeping again and again takes as many moments as it should`() {
        let page = ErrandView.page([
            "tick": { say in
                for _ in 0..<3 {
                    try await Self.sleep(1)
                    say("\(SessionClock.current.now.offset)")
                }
            }
        ])
        page.start("tick")
        page.advance(by: .seconds(10))
        #expect(page.html == "1.0 seconds, 2.0 seconds, 3.0 seconds, tick done")
    }

    @Test func `a moment that has passed comes after what is to be done now`() {
        let page = ErrandView.page([
            "late": { say in
                try await SessionClock.current.sleep(until: .init(offset: .zero))
                say("late")
            },
            "other": { say in say("other") },
        ])
        page.advance(by: .seconds(5))
        page.start("late")
        page.start("other")
        page.advance(by: .zero)
        #expect(page.html == "other, other done, late, late done")
    }

    @Test func `handlers and tasks have the clock of their session`() {
        let page = ErrandView.page(["look": { say in say("task \(SessionClock.current.now.offset)") }])
        page.advance(by: .seconds(7))
        page.click("look")
        page.start("look")
        #expect(page.html == "7.0 seconds, task 7.0 seconds, look done")
    }

    @Test func `without a session the clock goes by the real time`() async throws {
        let socket = LiveSocket<ErrandView>()
        for clock in [socket.clock, SessionClock.current] {
            let start = clock.now
            try await clock.sleep(for: .milliseconds(1))
            #expect(start.duration(to: clock.now) >= .milliseconds(1))
            #expect(start < clock.now)
        }
    }

    @Test func `a time limit goes by the same clock`() {
        let page = ErrandView.page(["nap": { _ in try await Self.sleep(10) }])
        page.click("startInTime", ["value": "nap"])
        page.advance(by: .seconds(5))
        #expect(page.html == "nap failed: took longer than 5.0 seconds")
        #expect(page.clock.nextDeadline == nil)
    }

    // MARK: Being cancelled

    /// Sleeps long, and notes what ends that.
    private static func long(_ log: EndLog) -> ErrandView.Errand {
        { _ in
            do { try await sleep(3600) } catch {
                log.note("\(type(of: error)) after \(SessionClock.current.now.offset)")
            }
        }
    }

    private static let cancelled = ["CancellationError after 0.0 seconds"]

    @Test(arguments: ["cancel", "leave"])
    func `a task that is cancelled wakes at once, and its time is taken back`(way: String) {
        let log = EndLog()
        let page = ErrandView.page(["nap": Self.long(log)])
        page.start("nap")
        #expect(page.clock.nextDeadline == .seconds(3600))
        page.click(way, ["value": "nap"])
        #expect(page.clock.nextDeadline == nil)
        page.receive()
        #expect(log.entries == Self.cancelled)
    }

    @Test func `a task wakes when its page is dropped, though nobody does its work there any more`() async throws {
        let log = EndLog()
        let clock = VirtualClock()
        let engine = Engine(
            routes: Routes([Route("/", "") { ErrandView(errands: ["nap": Self.long(log)]) }]), clock: clock)
        var page: TestPage? = TestPage(on: engine)
        page?.start("nap")
        page = nil
        #expect(clock.nextDeadline == nil)
        for _ in 0..<10_000 where log.entries.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        #expect(log.entries == Self.cancelled)
    }

    @Test func `whoever sleeps on wakes when the engine is gone`() async throws {
        let log = EndLog()
        let long = Self.long(log)
        var page: TestPage? = ErrandView.page(["leak": { _ in Task { try await long { _ in } } }])
        page?.start("leak")
        try await page?.wait { page?.clock.nextDeadline != nil }
        page = nil
        for _ in 0..<10_000 where log.entries.isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        #expect(log.entries == Self.cancelled)
    }

    @Test func `a task that was cancelled does not sleep`() {
        let page = ErrandView.page([
            "restless": { say in
                await withTaskGroup(of: Void.self) { group in
                    group.cancelAll()
                    group.addTask {
                        do { try await Self.sleep(1) } catch { say("\(error)") }
                    }
                }
            }
        ])
        page.start("restless")
        #expect(page.html == "CancellationError(), restless done")
        #expect(page.clock.nextDeadline == nil)
    }

    @Test func `ten thousand children sleep and are cancelled`() {
        let page = ErrandView.page([
            "many": { say in
                await withTaskGroup(of: Bool.self) { group in
                    for number in 0..<10_000 {
                        group.addTask { (try? await Self.sleep(number + 1)) != nil }
                    }
                    let first = await group.next()
                    group.cancelAll()
                    var awake = 0
                    for await isAwake in group where isAwake { awake += 1 }
                    say("\(first == true) \(awake)")
                }
            }
        ])
        page.start("many")
        #expect(page.html == "")
        #expect(!page.transport.isWorking)
        page.advance(by: .seconds(1))
        #expect(page.html == "true 0, many done")
        #expect(page.clock.nextDeadline == nil)
    }
}
