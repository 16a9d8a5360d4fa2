import CLibrary
import Foundation
import Synchronization
import Testing

@testable import Scenarios

@Suite(.timeLimit(.minutes(20)))
struct CaseWorkersTests {
    private struct Refusal: Error {}

    /// Cases `0` to `count - 1`, of which nothing but the ids counts here.
    private static func cases(_ count: Int) throws -> [PlannedCase] {
        let rows = (0..<count).map { "  - { case: \($0) }\n" }.joined()
        let text = "scenario: Rows\ntable:\n\(rows)steps:\n  - open: /\n"
        let scenario = try #require(ScenarioReader().read(text: text, path: "a.yaml").scenario)
        return scenario.cases.map { PlannedCase($0, of: scenario) }
    }

    private static func result(of planned: PlannedCase) -> CaseResult {
        CaseResult(
            id: planned.id, title: "", outcome: .passed, duration: .zero, dumps: [], warnings: [], savedSnapshots: [],
            usedSnapshots: [])
    }

    private func workers(
        _ cases: [PlannedCase], count: Int, isInterrupted: @escaping @Sendable () -> Bool = { false },
        runsAlone: @escaping @Sendable (PlannedCase) -> Bool = { _ in false },
        run: @escaping @Sendable (PlannedCase) -> CaseResult
    ) -> CaseWorkers {
        CaseWorkers(cases: cases, count: count, isInterrupted: isInterrupted, runsAlone: runsAlone, run: run)
    }

    @Test(arguments: [1, 2, 7])
    func `Results come in the order of the plan, whoever is done first`(count: Int) throws {
        let cases = try Self.cases(60)
        var ids: [String] = []
        workers(cases, count: count) { planned in
            // The first of each handful takes longest.
            if planned.id.hasSuffix("0") { poll(nil, 0, 5) }
            return Self.result(of: planned)
        }.run(alone: Self.result) { planned, result in
            ids.append(result.id)
            return planned.id == result.id
        }
        #expect(ids == cases.map(\.id))
    }

    @Test func `Cases run at the same time, each on one thread with a large stack`() throws {
        let now = Atomic(0)
        let most = Atomic(0)
        workers(try Self.cases(8), count: 2) { planned in
            most.max(now.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
            for _ in 0..<200 where most.load(ordering: .relaxed) < 2 { poll(nil, 0, 10) }
            #expect(Self.depth(4000) == 4000)
            now.subtract(1, ordering: .relaxed)
            return Self.result(of: planned)
        }.run(alone: Self.result) { _, _ in true }
        #expect(most.load(ordering: .relaxed) == 2)
    }

    /// Takes about a kilobyte of stack a level.
    private static func depth(_ level: Int) -> Int {
        guard level > 0 else { return 0 }
        return withUnsafeTemporaryAllocation(byteCount: 900, alignment: 8) { $0.count > 0 ? depth(level - 1) + 1 : 0 }
    }

    @Test func `Cases that need a server run on the calling thread, one after the other`() throws {
        let caller = pthread_self()
        let cases = try Self.cases(20)
        var alone: [String] = []
        var order: [String] = []
        workers(cases, count: 3, runsAlone: { $0.id.hasSuffix("5") }) { planned in
            #expect(pthread_equal(pthread_self(), caller) == 0)
            return Self.result(of: planned)
        }.run { planned in
            alone.append(planned.id)
            return Self.result(of: planned)
        } deliver: { planned, _ in
            order.append(planned.id)
            return true
        }
        #expect(alone == ["a.yaml#5", "a.yaml#15"])
        #expect(order == cases.map(\.id))
    }

    @Test(arguments: [1, 3])
    func `An interrupted run delivers what was begun, and begins no more`(count: Int) throws {
        let isInterrupted = Atomic(false)
        let begun = Atomic(0)
        var delivered = 0
        workers(try Self.cases(1000), count: count, isInterrupted: { isInterrupted.load(ordering: .relaxed) }) {
            planned in
            if begun.add(1, ordering: .relaxed).newValue == 10 { isInterrupted.store(true, ordering: .relaxed) }
            return Self.result(of: planned)
        }.run(alone: { planned in
            if begun.add(1, ordering: .relaxed).newValue == 10 { isInterrupted.store(true, ordering: .relaxed) }
            return Self.result(of: planned)
        }) { _, _ in
            delivered += 1
            return true
        }
        #expect(delivered == begun.load(ordering: .relaxed))
        #expect((10..<13).contains(delivered))
    }

    @Test func `What the report throws ends the run, once all threads are at rest`() throws {
        let begun = Atomic(0)
        #expect(throws: Refusal.self) {
            try workers(try Self.cases(1000), count: 2) { planned in
                begun.add(1, ordering: .relaxed)
                poll(nil, 0, 1)
                return Self.result(of: planned)
            }.run(alone: Self.result) { _, _ in throw Refusal() }
        }
        let count = begun.load(ordering: .relaxed)
        poll(nil, 0, 20)
        #expect(begun.load(ordering: .relaxed) == count && count < 1000)
    }
}
