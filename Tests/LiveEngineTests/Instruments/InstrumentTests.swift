import LiveProtocol
import Logging
import Metrics
import MetricsTestKit
import Synchronization
import Testing

@testable import LiveEngine

@Suite struct InstrumentTests {
    /// Keeps what is logged, each as one line.
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { " \($0)=\($1)" }.joined()
            lines.add("\(event.level): \(event.message)\(metadata)")
        }
    }

    private let time = ManualTime()

    private func engine(
        logger: Logger? = nil, metrics: (any MetricsFactory)? = nil, observer: (any SessionObserver)? = nil
    ) -> Engine {
        let time = time
        return Engine(
            routes: Routes([Route("/", "") { LaborView(time: time) }]), clock: VirtualClock(),
            stopwatch: time.stopwatch, logger: logger, metrics: metrics, observer: observer)
    }

    /// Does one of everything.
    private func live(on engine: Engine) async throws {
        let page = TestPage(on: engine)
        page.click("work", ["seconds": 2])
        page.click("work", ["seconds": 1], in: 1)
        page.advance(by: .seconds(1))
        page.click("later", ["seconds": 1])
        page.click("fail")
        page.send(.livePatch(url: "/?a=1"))
        page.click("go")
    }

    @Test func `an engine that nobody watches spends nothing on it`() {
        #expect(engine().services.instruments == nil)
    }

    @Test func `an observer sees what happened, what it took and what came of it`() async throws {
        let recorder = SessionRecorder(wantsDiffBytes: true)
        try await live(on: engine(observer: recorder))
        let records = recorder.take()
        #expect(
            records.map(\.happening) == [
                .mounted(url: "/"), .event("work", component: nil), .event("work", component: 1), .info(component: 1),
                .event("later", component: nil), .info(component: nil), .event("fail", component: nil),
                .patched(url: "/?a=1"), .event("go", component: nil), .ended,
            ])
        #expect(
            records.map { $0.times?.handling } == [0, 2, 1, 0, 0, 1, 0, 0, 0, nil].map { $0.map(Duration.seconds) })
        #expect(records.map(\.isChange) == [true, true, true, false, true, true, false, false, false, false])
        #expect(records.allSatisfy { $0.isChange == ($0.diffBytes != nil) })
        #expect(records[1].diffBytes == #"{"0":"1"}"#.utf8.count)
        #expect(records[6].failure == #"event "fail": Broken()"#)
        #expect(records[8].destination == "/elsewhere")
        #expect(Set(records.map(\.view)) == ["LaborView"])
        #expect(Set(records.map(\.session)).count == 1)
        #expect(recorder.take().isEmpty)
    }

    @Test func `bytes are counted for those who want to know only`() async throws {
        let recorder = SessionRecorder()
        try await live(on: engine(observer: recorder))
        #expect(recorder.take().allSatisfy { $0.diffBytes == nil })
    }

    @Test func `a log has failures as errors, the session's life for debugging, and events as traces`() async throws {
        let lines = Lines()
        try await live(on: engine(logger: Logger(label: "views") { _ in Handler(lines: lines) }))
        #expect(
            lines.all == [
                "debug: mounted duration=0.0 seconds session=0 topic=lv:phx-main url=/ view=LaborView",
                "trace: event duration=2.0 seconds event=work session=0 topic=lv:phx-main view=LaborView",
                "trace: event component=1 duration=1.0 seconds event=work session=0 topic=lv:phx-main view=LaborView",
                "trace: info component=1 duration=0.0 seconds session=0 topic=lv:phx-main view=LaborView",
                "trace: event duration=0.0 seconds event=later session=0 topic=lv:phx-main view=LaborView",
                "trace: info duration=1.0 seconds session=0 topic=lv:phx-main view=LaborView",
                #"error: event failed: event "fail": Broken() duration=0.0 seconds event=fail session=0 "#
                    + "topic=lv:phx-main view=LaborView",
                "trace: patched duration=0.0 seconds session=0 topic=lv:phx-main url=/?a=1 view=LaborView",
                "debug: event duration=0.0 seconds event=go session=0 to=/elsewhere topic=lv:phx-main view=LaborView",
                "debug: ended session=0 topic=lv:phx-main view=LaborView",
            ])
    }

    @Test func `a log gets nothing below its level`() async throws {
        let lines = Lines()
        var logger = Logger(label: "views") { _ in Handler(lines: lines) }
        logger.logLevel = .error
        try await live(on: engine(logger: logger))
        #expect(lines.all.count == 1)
    }

    @Test func `metrics count and measure by view`() async throws {
        let metrics = TestMetrics()
        try await live(on: engine(metrics: metrics))
        let view = [("view", "LaborView")]
        #expect(try metrics.expectCounter("viewfinder_mounts", view).totalValue == 1)
        #expect(try metrics.expectCounter("viewfinder_events", view).totalValue == 5)
        #expect(try metrics.expectCounter("viewfinder_infos", view).totalValue == 2)
        #expect(try metrics.expectCounter("viewfinder_failures", view).totalValue == 1)
        #expect(try metrics.expectTimer("viewfinder_handling", view).values.max() == 2_000_000_000)
        #expect(try metrics.expectTimer("viewfinder_rendering", view).values.count == 9)
        #expect(try metrics.expectTimer("viewfinder_diffing", view).values.count == 9)
        #expect(try metrics.expectRecorder("viewfinder_diff_bytes", view).values.dropFirst().first == 9)
        #expect(try metrics.expectGauge("viewfinder_sessions").values == [1, 0])
    }

    @Test func `a failure outside of handlers is seen as trouble`() async throws {
        let recorder = SessionRecorder()
        let page = TestPage(on: engine(observer: recorder))
        page.click("task")
        for _ in 0..<10_000 where page.failures.isEmpty {
            page.receive()
            try await Task.sleep(for: .milliseconds(1))
        }
        let record = recorder.take().last
        #expect(record?.happening == .trouble)
        #expect(record?.failure == #"task "feed": Broken()"#)
    }

    @Test func `totals sum up what sessions did`() async throws {
        let recorder = SessionRecorder()
        try await live(on: engine(observer: recorder))
        let totals = recorder.take().reduce(into: SessionTotals()) { $0.add($1) }
        #expect(totals.mounts == 1)
        #expect(totals.events == 5)
        #expect(totals.infos == 2)
        #expect(totals.failures == 1)
        #expect(totals.times.handling == .seconds(4))
    }
}
