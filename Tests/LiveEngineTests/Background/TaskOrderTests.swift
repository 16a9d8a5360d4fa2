import Foundation
import LiveProtocol
import Synchronization
import Testing

@testable import LiveEngine

/// Where and when tasks run.
struct TaskOrderTests {
    @Test func `tasks and their children run on the page's thread, in order of arrival`() {
        let threads = EndLog()
        @Sendable func note() { threads.note("\(ObjectIdentifier(Thread.current))") }
        var errands: [String: ErrandView.Errand] = [:]
        for name in ["a", "b"] {
            errands[name] = { say in
                note()
                say("\(name) begins")
                async let child: Void = {
                    note()
                    say("child of \(name)")
                }()
                await child
                note()
            }
        }
        errands["both"] = { [errands] say in
            await withTaskGroup(of: Void.self) { group in
                for name in ["a", "b"] { group.addTask { try? await errands[name]?(say) } }
            }
        }
        let page = ErrandView.page(errands)
        page.start("both")
        #expect(page.html == "a begins, b begins, child of a, child of b, both done")
        #expect(!page.transport.isWorking)
        #expect(Set(threads.entries) == ["\(ObjectIdentifier(Thread.current))"])
    }

    @Test func `what a task says is handled before another goes on`() {
        let page = ErrandView.page([
            "first": { say in
                say("1")
                await withTaskGroup(of: Void.self) { $0.addTask {} }
                say("2")
            }
        ])
        page.start("first")
        #expect(page.html == "1, 2, first done")
        // Each word is a change of its own.
        let changes = page.messages.count { if case .diff = $0 { true } else { false } }
        #expect(changes == 3)
    }

    @Test func `what comes from outside is waited for, by name, and the page is told of it`() async throws {
        let gate = AsyncStream<Void>.makeStream()
        let page = ErrandView.page([
            "fetch": { _ in for await _ in gate.stream { return } }
        ])
        let activity = Counter()
        page.start("fetch")
        page.transport.onActivity = { activity.increase() }
        #expect(page.transport.isWorking)
        #expect(page.transport.work == [#"task "fetch""#])
        await Task.detached { _ = gate.continuation.yield() }.value
        for _ in 0..<10_000 where activity.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(activity.value > 0)
        page.receive()
        #expect(page.html == "fetch done")
        #expect(!page.transport.isWorking)
        #expect(page.transport.work == [])
    }

    @Test func `a task that sleeps somewhere is at rest, whatever else it waits for`() {
        let gate = AsyncStream<Void>.makeStream()
        let page = ErrandView.page([
            "either": { say in
                await withTaskGroup(of: String.self) { group in
                    group.addTask {
                        for await _ in gate.stream { break }
                        return "answer"
                    }
                    group.addTask {
                        try? await SessionClock.current.sleep(for: .seconds(3))
                        return "no answer"
                    }
                    await group.next().map(say)
                    group.cancelAll()
                }
            }
        ])
        page.start("either")
        #expect(!page.transport.isWorking)
        page.advance(by: .seconds(3))
        #expect(page.html == "no answer, either done")
    }

    @Test func `an unstructured task keeps the clock, and runs elsewhere`() async throws {
        let page = ErrandView.page([
            "apart": { _ in
                try await Task {
                    try await SessionClock.current.sleep(for: .seconds(1))
                }.value
            }
        ])
        page.start("apart")
        #expect(page.transport.isWorking)
        try await page.wait { !page.transport.isWorking }
        #expect(page.clock.nextDeadline == .seconds(1))
        page.advance(by: .seconds(1))
        try await page.wait { !page.transport.isWorking }
        #expect(page.html == "apart done")
    }

    @Test func `work for other threads is done there, and the task comes back`() async throws {
        let page = ErrandView.page([
            "count": { say in
                let sum = await withTaskExecutorPreference(globalConcurrentExecutor) { (1...1000).reduce(0, +) }
                say("\(sum)")
            }
        ])
        page.start("count")
        try await page.finishWork()
        #expect(page.html == "500500, count done")
    }

    @Test func `a task that always has something to do holds neither its page nor another task`() {
        var limits = SessionLimits()
        limits.silentInfos = 100
        let page = ErrandView.page(
            [
                "busy": { _ in
                    while !Task.isCancelled { await withTaskGroup(of: Void.self) { $0.addTask {} } }
                },
                "other": { _ in },
            ], limits: limits)
        page.start("busy")
        #expect(page.transport.isWorking)
        page.start("other")
        #expect(page.html == "other done")
        page.cancel("busy")
        #expect(!page.transport.isWorking)
        #expect(page.failures == [])
    }

    @Test func `a task of another page on the same engine gets its turn here`() {
        let engine = Engine(
            routes: Routes([
                Route("/", "") {
                    ErrandView(errands: [
                        "tick": { say in
                            for _ in 0..<3 {
                                try await SessionClock.current.sleep(for: .seconds(1))
                                say("tick")
                            }
                        }
                    ])
                }
            ]), clock: VirtualClock())
        let (first, second) = (TestPage(on: engine), TestPage(on: engine))
        first.start("tick")
        second.advance(by: .seconds(3))
        first.receive()
        #expect(first.html == "tick, tick, tick, tick done")
    }

    @Test func `where time is real, tasks run on other threads and sleep by the page's clock`() async throws {
        let reading = Mutex(Duration.seconds(60))
        let clock = VirtualClock(epoch: .zero, following: { reading.withLock { $0 } })
        let page = ErrandView.page(
            [
                "nap": { say in
                    let start = SessionClock.current.now
                    try await SessionClock.current.sleep(for: .seconds(5))
                    say("\(start.offset) to \(SessionClock.current.now.offset)")
                }
            ], clock: clock)
        page.start("nap")
        try await page.wait { clock.nextDeadline != nil }
        // The clock was behind when the task went to sleep.
        #expect(clock.nextDeadline == .seconds(65))
        #expect(page.transport.isWorking)
        page.advance(by: .seconds(64))
        #expect(page.html == "")
        reading.withLock { $0 = .seconds(65) }
        page.advance(by: .seconds(1))
        try await page.finishWork()
        #expect(page.html == "60.0 seconds to 65.0 seconds, nap done")
    }
}
