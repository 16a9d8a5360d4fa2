import LiveProtocol
import Testing

@Suite struct CallbackLogTests {
    private func trace(_ name: String = "", bytes: Int = 0) -> CallbackTrace {
        CallbackTrace(
            kind: .event, part: InspectedPart.ID(session: 0), type: "View", topic: "lv:a", name: name,
            arguments: CallbackArguments(bytes: bytes) { .string(name) }, time: .zero)
    }

    @Test func `calls are numbered from 1 on`() {
        var log = CallbackLog()
        for name in ["a", "b", "c"] { log.add(trace(name)) }
        #expect(log.traces.map(\.number) == [1, 2, 3])
        #expect(log.traces(after: 1).map(\.name) == ["b", "c"])
        #expect(log.traces(after: 3).isEmpty)
        #expect(CallbackLog().traces(after: 0).isEmpty)
    }

    @Test func `the oldest are forgotten when there are many`() {
        var log = CallbackLog()
        for number in 1...10_000 {
            log.add(trace())
            #expect(log.traces.count <= 2_000)
            #expect(log.traces.last?.number == number)
        }
        #expect(log.traces.count >= 1_000)
        #expect(log.traces(after: 9_999).count == 1)
        #expect(log.traces(after: 5).count == log.traces.count)
    }

    @Test func `the oldest are forgotten when they take much, and the newest stays`() {
        var log = CallbackLog()
        for _ in 0..<100 { log.add(trace(bytes: 1 << 20)) }
        #expect((1...4).contains(log.traces.count))
        log.add(trace("huge", bytes: 1 << 30))
        #expect(log.traces.map(\.name) == ["huge"])
    }
}
