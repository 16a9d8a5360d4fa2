import LiveClient
import LiveProtocol
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct InspectorTests {
    @Test func `JSON is indented`() {
        let value: JSONValue = ["name": "Ada", "tags": ["a", 1, true, nil], "none": [], "nested": ["x": [:]]]
        #expect(
            JSONLines(value, indent: 1).lines.map(\.text).joined(separator: "\n") == """
                 {
                   name: "Ada",
                   tags: [
                     "a",
                     1,
                     true,
                     null
                   ],
                   none: [],
                   nested: {
                     x: {}
                   }
                 }
                """)
    }

    @Test func `JSON beyond reading is cut`() {
        let rows = JSONValue.array((0..<100_000).map { .integer($0) })
        #expect(JSONLines(rows, indent: 0).lines.count == 103)
        #expect(JSONLines(rows, indent: 0).lines[101].text == "  … 99900 more")
        let wide = JSONValue.array(Array(repeating: rows, count: 100))
        #expect(JSONLines(wide, indent: 0).lines.count == 401)
        var deep = JSONValue.integer(1)
        for _ in 0..<100_000 { deep = .array([deep]) }
        #expect(JSONLines(deep, indent: 0).lines.count == 49)
        // Freed level by level, a chain so long would overflow the stack.
        while case .array(let items) = deep, let inner = items.first { deep = inner }
        let long = JSONValue.string(String(repeating: "x", count: 1_000_000))
        #expect(JSONLines(long, indent: 0).lines[0].text.count == 503)
    }

    private func entry(_ event: LogEntry.Event) -> LogEntry { LogEntry(time: .seconds(1), event: event) }

    private let diff = Diff(root: NodeDiff(), title: "T")

    @Test func `Events come with payload, duration, and diff`() throws {
        var journal = EventJournal()
        let push = EventPush(
            type: "form", event: "save", value: .form("name=Ada+L&name=x"), meta: ["_target": ["name"]])
        journal.record(
            [entry(.sent(.event(push), topic: "a")), entry(.received(diff, topic: "a"))], logCapacity: 500,
            duration: .microseconds(120))
        let record = try #require(journal.records.first)
        #expect(journal.records.count == 1)
        #expect(record.cause == .event(name: "save", type: "form"))
        #expect(record.payload == ["name": "x", "_target": ["name"]])
        #expect(record.number == 1)
        #expect(record.duration == .microseconds(120))
        #expect(record.answer?.diff == diff)
        #expect(record.answer?.bytes == diff.jsonSize)
    }

    @Test func `Events come with what their session says they took`() {
        func observed(_ happening: SessionRecord.Happening, _ seconds: Int, topic: String = "a") -> SessionRecord {
            var record = SessionRecord(session: 1, view: "V", topic: topic, happening: happening)
            record.times = SessionRecord.Times()
            record.times?.handling = .seconds(seconds)
            record.isChange = seconds != 5
            return record
        }
        var journal = EventJournal()
        journal.record(
            [
                entry(.sent(.event(EventPush(type: "click", event: "save")), topic: "a")),
                entry(.received(diff, topic: "a")), entry(.received(diff, topic: "a")),
            ],
            logCapacity: 500, duration: .zero,
            observed: [
                observed(.event("save", component: nil), 3, topic: "b"), observed(.event("save", component: nil), 4),
                observed(.info(component: nil), 5), observed(.info(component: nil), 6),
            ])
        #expect(journal.records.map { $0.times?.handling } == [.seconds(4), .seconds(6)])
        let rows = EventRows(
            of: journal.records, filter: EventFilter(""), unfolded: [1], showsStatics: false, secrets: Secrets()
        ).rows
        #expect(rows.map(\.row.text.text).contains("◷ handling 4.0 s, rendering 0 µs, diffing 0 µs"))
    }

    @Test func `A refusal is the event's failure, and a diff without a question is an update`() {
        var journal = EventJournal()
        let push = EventPush(type: "click", event: "boom", value: .json(["id": "5"]))
        var log = [entry(.sent(.event(push), topic: "a")), entry(.refused(["reason": "no such thing"], topic: "a"))]
        journal.record(log, logCapacity: 500, duration: .zero)
        log.append(entry(.received(diff, topic: "a")))
        journal.record(log, logCapacity: 500, duration: .zero)
        #expect(journal.records.map(\.cause) == [.event(name: "boom", type: "click"), .update])
        #expect(journal.records.map(\.failure) == ["no such thing", nil])
    }

    @Test func `A log that forgets its oldest entries loses no event`() {
        var journal = EventJournal()
        var log: [LogEntry] = []
        for number in 0..<30 {
            log.append(entry(.sent(.event(EventPush(type: "click", event: "e\(number)")), topic: "a")))
            if log.count >= 10 { log.removeFirst(5) }
            journal.record(log, logCapacity: 5, duration: .zero)
        }
        #expect(journal.records.map(\.cause) == (0..<30).map { .event(name: "e\($0)", type: "click") })
    }

    @Test func `What a session holds is told in lines: context, flash and failures, the newest first`() {
        let inspection = Inspection(
            view: "SettingsView", context: ["name": "Ada"], flash: ["error": "Name cannot be blank."],
            failures: ["old", "new"])
        let lines = InspectorContent(inspection: inspection).lines(columns: 60)
        #expect(
            lines.map(\.text).joined(separator: "\n") == """
                SettingsView  context
                 {
                   name: "Ada"
                 }

                Flash
                 error: "Name cannot be blank."

                Failures  newest first
                 ✗ new
                 ✗ old
                """)
    }

    @Test func `Without a view the inspector says so`() {
        #expect(
            InspectorContent(inspection: nil).lines(columns: 30).map(\.text) == [
                "This page has no view whose", "  inside can be seen.",
            ])
    }

    @Test func `The inspector scrolls as far as its content goes and stays there`() {
        let area = Rect(column: 0, row: 0, columns: 40, rows: 6)
        let context = JSONValue.array((0..<20).map { .integer($0) })
        var panel = TextPanel(title: "Inspector")
        let content = InspectorContent(
            inspection: Inspection(view: "V", context: context, flash: [:]))
        panel.update(area: area) { content.lines(columns: $0) }
        panel.scroll(.bottom)
        let bottom = panel.scrollRow
        #expect(bottom == panel.lines.count - 4)
        panel.scroll(.pageDown)
        #expect(panel.scrollRow == bottom)
        panel.scroll(.pageUp)
        #expect(panel.scrollRow == bottom - 3)
        panel.update(area: area) { content.lines(columns: $0) }
        #expect(panel.scrollRow == bottom - 3)
        panel.scroll(.top)
        panel.scroll(.lineUp)
        #expect(panel.scrollRow == 0)
    }

    static let durations: [(duration: Duration, words: String)] = [
        (.zero, "0 µs"), (.nanoseconds(1_600), "2 µs"), (.microseconds(999), "999 µs"),
        (.microseconds(1_234), "1.2 ms"), (.milliseconds(350), "350.0 ms"), (.milliseconds(1_500), "1.5 s"),
    ]

    @Test("Durations are in the unit that suits them", arguments: durations)
    func tellsDuration(duration: Duration, words: String) {
        #expect(DurationWords.short(duration) == words)
    }

    @Test func `A new problem is shown until the next key, an old one not again`() {
        var watch = ProblemWatch()
        watch.update(["one"])
        #expect(watch.message == ProblemWatch.Message(text: "one", isProblem: true))
        watch.acknowledge()
        watch.update(["one"])
        #expect(watch.message == nil)
        watch.update(["one", "one"])
        #expect(watch.message?.text == "one")
        watch.acknowledge()
        watch.update([])
        #expect(watch.message == nil)
    }
}
