import Dispatch
import NIOCore
import NIOPosix
import Testing

@testable import LiveServer

@Suite("Threads of sessions", .timeLimit(.minutes(20)))
struct SessionThreadsTests {
    @Test func `Work that blocks makes threads for the rest, up to a limit, and they go when it is done`() async throws
    {
        let threads = SessionThreads(count: 1, limit: 8, loop: MultiThreadedEventLoopGroup.singleton.next())
        defer { threads.stop() }
        let gate = DispatchSemaphore(value: 0)
        let blocked = (0..<8).map { _ in Task(executorPreference: threads) { Self.block(gate) } }
        #expect(await Task(executorPreference: threads) { 1 }.value == 1)
        for _ in blocked { gate.signal() }
        for task in blocked { await task.value }
        #expect(await Task(executorPreference: threads) { 2 }.value == 2)
    }

    private static func block(_ gate: DispatchSemaphore) { gate.wait() }
}
