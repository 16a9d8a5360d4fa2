import LiveProtocol
import Testing

@testable import LiveClient

@Suite("How often is tried again")
struct BackoffTests {
    /// The times in milliseconds at which a count grows until a limit.
    private func times(until limit: Int, of page: LivePage, _ count: () -> Int) -> [Int] {
        var times: [Int] = []
        var known = count()
        let end = page.clock.now + .milliseconds(limit)
        let start = page.clock.now
        while page.clock.runNext(until: end) {
            page.client.settle()
            if count() > known { times.append(Int((page.clock.now - start) / .milliseconds(1))) }
            known = count()
        }
        return times
    }

    private func joinCount(of page: LivePage) -> Int {
        page.messages.count { if case .join = $0 { true } else { false } }
    }

    @Test("A lost connection is opened again after 10, 50, 100, 150, 200, 250, 500, 1000, 2000, then 5000 ms each")
    func reconnecting() throws {
        let page = try LivePage("")
        page.host.acceptsConnections = false
        page.network.breakConnection()
        page.client.settle()
        let times = times(until: 15_000, of: page) { page.host.transports.count }
        #expect(times == [10, 60, 160, 310, 510, 760, 1_260, 2_260, 4_260, 9_260, 14_260])
    }

    @Test("The waits begin anew after a connection")
    func reset() throws {
        let page = try LivePage("")
        for _ in 0..<2 {
            page.network.goDown()
            page.client.settle()
            page.advance(by: 300)
            page.network.comeUp()
            page.advance(by: 9)
            #expect(page.client.isConnectionLost)
            page.advance(by: 1)
            #expect(!page.client.isConnectionLost)
        }
    }

    @Test("A view that crashes while it is joined is joined again after 1, 2, 5, then 10 s each")
    func rejoining() throws {
        let page = try LivePage("")
        page.host.answer = { _ in nil }
        page.transport.answer = { _ in nil }
        var times: [Duration] = []
        for _ in 0..<5 {
            let start = page.clock.now
            let count = joinCount(of: page)
            page.push(.error)
            while joinCount(of: page) == count, page.clock.runNext(until: start + .seconds(20)) { page.client.settle() }
            times.append(page.clock.now - start)
        }
        #expect(times == [1, 2, 5, 10, 10].map { .seconds($0) })
    }

    @Test("A page that is loaded anew without success waits 7.5 s each time, and 30 s from the tenth time on")
    func reloading() throws {
        let page = try LivePage("")
        page.host.answer = { frame in
            if case .join = frame.message { .refused(.crashed(reason: "no")) } else { nil }
        }
        page.client.open("/b")
        page.client.settle()
        let times = times(until: 130_000, of: page) { page.host.requests.count }
        #expect(times == (1...9).map { $0 * 7_500 } + [97_500, 127_500])
    }

    @Test("A join that succeeds makes the next reload the first again")
    func reloadReset() throws {
        let page = try LivePage("")
        let answer = page.host.answer
        page.host.answer = { frame in
            if case .join = frame.message { .refused(.crashed(reason: "no")) } else { nil }
        }
        page.client.open("/b")
        page.client.settle()
        page.advance(by: 60_000)
        page.host.answer = answer
        page.advance(by: 7_500)
        #expect(page.client.reloadCounts == [:])
    }

    @Test("A join says how often the view was joined, and how often it was tried since")
    func counts() throws {
        let page = try LivePage("")
        let answer = page.transport.answer
        page.transport.answer = { _ in nil }
        page.push(.error)
        page.advance(by: 1_000)
        page.push(.error)
        page.transport.answer = answer
        page.advance(by: 2_000)
        page.push(.error)
        page.advance(by: 1_000)
        let counts = page.messages.compactMap { message -> [JSONValue?]? in
            guard case .join(let join) = message else { return nil }
            return [join.params["_mounts"], join.params["_mount_attempts"]]
        }
        #expect(counts == [[0, 0], [1, 0], [1, 1], [2, 0]])
    }
}
