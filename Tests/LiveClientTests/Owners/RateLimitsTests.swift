import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite struct RateLimitsTests {
    private let clock = VirtualClock()
    private let document = Document(
        parsing: """
            <form id=f><input id=d name=d phx-debounce=100><input id=b name=b phx-debounce=blur></form>
            <p id=t phx-throttle><p id=n><p id=x phx-debounce=soon>
            """)
    private let log: ClientLog
    private let limits: RateLimits
    private let defaults = RateLimits.Defaults(debounce: 300, throttle: 400)
    private let counter = Counter()

    private final class Counter {
        var count = 0
    }

    init() {
        log = ClientLog(clock: clock, capacity: 10, lint: [:])
        limits = RateLimits(document: document, schedule: PageSchedule(clock: clock), log: log)
    }

    private func element(_ id: String) throws -> NodeID { try #require(document.element(withID: id)) }

    /// An event on an element; tells how many actions have run by then.
    private func event(on id: String, key: String? = nil) throws -> Int {
        limits.limit(try element(id), key: key, defaults) { [counter] in counter.count += 1 }
        return counter.count
    }

    private func wait(_ milliseconds: Int) -> Int {
        let limit = clock.now + .milliseconds(milliseconds)
        while clock.runNext(until: limit) {}
        return counter.count
    }

    @Test func `an element without limits acts at once`() throws {
        #expect(try event(on: "n") == 1)
        #expect(try event(on: "n") == 2)
    }

    @Test func `a debounce acts once, when nothing has happened for its time`() throws {
        #expect(try event(on: "d") == 0)
        #expect(wait(99) == 0)
        #expect(try event(on: "d") == 0)
        #expect(wait(99) == 0)
        #expect(wait(1) == 1)
        #expect(wait(1_000) == 1)
    }

    @Test func `a throttle acts at once and then not for its time, but for another key`() throws {
        #expect(try event(on: "t", key: "a") == 1)
        #expect(try event(on: "t", key: "a") == 1)
        #expect(try event(on: "t", key: "b") == 2)
        #expect(wait(399) == 2)
        #expect(try event(on: "t", key: "b") == 2)
        #expect(wait(1) == 2)
        #expect(try event(on: "t", key: "b") == 3)
    }

    @Test func `what waits for the focus to leave is flushed, and stays when its form is sent`() throws {
        #expect(try event(on: "b") == 0)
        #expect(try event(on: "d") == 0)
        limits.cancel(in: try element("f"))
        #expect(wait(1_000) == 0)
        limits.flush(try element("b"))
        #expect(counter.count == 1)
    }

    @Test func `what waits at an element that is forgotten does not run`() throws {
        #expect(try event(on: "d") == 0)
        limits.forget(try element("d"))
        #expect(wait(1_000) == 0)
    }

    @Test func `a time that is none is told`() throws {
        #expect(try event(on: "x") == 0)
        #expect(wait(1_000) == 0)
        #expect(log.entries.count == 1)
    }
}
