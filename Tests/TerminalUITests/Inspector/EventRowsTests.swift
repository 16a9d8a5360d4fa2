import HTMLTree
import LiveClient
import LiveProtocol
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct EventRowsTests {
    private let diff = Diff(
        root: NodeDiff(
            statics: .pieces(Statics(["<p>", "</p>"])), dynamics: [0: .text("Ada")]), title: "T")

    private var records: [EventRecord] {
        var save = EventRecord(
            number: 1, cause: .event(name: "save", type: "form"), topic: "lv:a", time: .milliseconds(1_042),
            duration: .microseconds(1_234), payload: ["name": "Ada"], answer: EventRecord.Answer(diff))
        save.times = SessionRecord.Times()
        save.times?.handling = .microseconds(20)
        let boom = EventRecord(
            number: 2, cause: .event(name: "boom", type: "click"), topic: "lv:a", time: .seconds(61),
            duration: .milliseconds(12), failure: "no such thing")
        return [save, boom, EventRecord(number: 3, cause: .update, topic: "lv:a", time: .seconds(62), duration: .zero)]
    }

    private func lines(
        filter: String = "", unfolded: Set<Int> = [], showsStatics: Bool = false, secrets: Secrets = Secrets()
    ) -> [String] {
        EventRows(
            of: records, filter: EventFilter(filter), unfolded: unfolded, showsStatics: showsStatics, secrets: secrets
        ).rows.map(\.row.text.text)
    }

    @Test func `events are one line each, the newest first`() {
        #expect(
            lines() == [
                "62.000  update  0 µs", "61.000  boom  click  12.0 ms  ✗",
                "1.042  save  form  \(diff.jsonSize) B  1.2 ms",
            ])
    }

    @Test func `unfolded, one tells payload, diff by field, times and failure`() {
        #expect(
            lines(unfolded: [1, 2]).dropFirst(2)
                == [
                    "✗ no such thing", "1.042  save  form  \(diff.jsonSize) B  1.2 ms",
                    "◷ handling 20 µs, rendering 0 µs, diffing 0 µs", "→ payload  {", "  name: \"Ada\"", "}",
                    "← diff  {", "  statics: 2,", "  0: \"Ada\",", "  t: \"T\"", "}",
                ].prefix(20))
    }

    @Test func `what is longer than the pane is broken`() {
        let narrow = EventRows(
            of: records, filter: EventFilter(""), unfolded: [1], showsStatics: false, secrets: Secrets(), columns: 30
        ).rows.filter { $0.row.depth == 1 }.map(\.row.text)
        #expect(narrow.allSatisfy { $0.width <= 25 })
        #expect(narrow.contains { $0.text.contains("diffing") })
    }

    @Test func `what never changes of a template is told on demand`() {
        #expect(!lines(unfolded: [1]).contains { $0.contains("<p>") })
        #expect(lines(unfolded: [1], showsStatics: true).contains { $0.contains("<p>") })
    }

    static let filters: [(filter: String, names: [String])] = [
        ("", ["update", "boom", "save"]), ("save", ["save"]), ("ada", ["save"]), ("Ada", ["save"]), ("ADA", []),
        ("click", ["boom"]), (">2ms", ["boom"]), (">1200us form", ["save"]), (">2ms form", []), ("such", ["boom"]),
        (">x", []), ("kind:event", ["boom", "save"]), ("kind:update", ["update"]), ("kind:event ada", ["save"]),
    ]

    @Test(arguments: filters)
    func `a filter leaves what has all its words and took as long`(filter: String, names: [String]) {
        let found = lines(filter: filter).map { line in names.first { line.contains("  \($0)") } ?? line }
        #expect(found == names)
    }

    @Test func `calls are told with arguments and times, and filtered by kind, duration and words`() {
        let arguments = CallbackArguments(bytes: 10) { ["url": "/a", "password": "hunter22"] }
        let part = InspectedPart.ID(session: 1)
        var calls = [
            CallbackTrace(
                kind: .mount, part: part, type: "SettingsView", topic: "lv:a", arguments: arguments, time: .seconds(1),
                duration: .microseconds(20)),
            CallbackTrace(
                kind: .event, part: part, type: "SettingsView", topic: "lv:a", name: "save", time: .seconds(2),
                duration: .milliseconds(3), failure: "no such thing"),
            CallbackTrace(
                kind: .render, part: InspectedPart.ID(session: 1, component: 4), type: "Row", topic: "lv:a",
                time: .seconds(2)),
        ]
        for place in calls.indices { calls[place].number = place + 1 }
        func lines(_ filter: String, unfolded: Set<Int> = []) -> [String] {
            CallRows(of: calls, filter: EventFilter(filter), unfolded: unfolded, secrets: Secrets()).rows
                .map(\.row.text.text)
        }
        #expect(
            lines("") == [
                "2.000  render  Row 4", "2.000  handleEvent save  SettingsView  3.0 ms  ✗",
                "1.000  mount  SettingsView  20 µs",
            ])
        #expect(lines("kind:mount kind:render").count == 2)
        #expect(lines("kind:handleevent").count == 1)
        #expect(lines(">1ms").count == 1)
        #expect(lines("/a settings").count == 1)
        #expect(lines("hunter").isEmpty)
        #expect(
            lines("kind:mount", unfolded: [1]) == [
                "1.000  mount  SettingsView  20 µs", "→ arguments  {", "  url: \"/a\",", "  password: \"••••••\"", "}",
            ])
        #expect(lines("kind:event", unfolded: [2]).last == "✗ no such thing")
        #expect(lines("kind:render", unfolded: [3]).last == "no arguments")
        let pane = EventsPane()
        pane.update([], calls)
        #expect(pane.selectedText == nil)
        pane.toggleCalls()
        pane.move(.bottom)
        #expect(pane.selectedText?.contains("/a") == true)
    }

    @Test func `passwords are shown in no payload`() {
        let document = Document(parsing: "<form><input type=password name=word><input name=name>")
        var journal = EventJournal()
        let push = EventPush(type: "form", event: "login", value: .form("word=hunter22&name=Ada"))
        journal.record(
            [
                LogEntry(time: .zero, event: .sent(.event(push), topic: "a")),
                LogEntry(
                    time: .zero, event: .received(Diff(root: NodeDiff(dynamics: [0: .text("hunter22")])), topic: "a")),
            ], logCapacity: 500, duration: .zero, document: document)
        let rows = EventRows(
            of: journal.records, filter: EventFilter(""), unfolded: [1], showsStatics: true, secrets: journal.secrets)
        let text = rows.rows.map(\.row.text.text).joined(separator: "\n")
        #expect(!text.contains("hunter22"))
        #expect(text.contains("word: \"••••••\"") && text.contains("name: \"Ada\""))
    }

    @Test func `the newest diffs are kept, however large the older ones are`() {
        var journal = EventJournal()
        let large = Diff(root: NodeDiff(dynamics: [0: .text(String(repeating: "x", count: 9 << 20))]))
        var log: [LogEntry] = []
        for _ in 0..<3 {
            log.append(LogEntry(time: .zero, event: .received(large, topic: "a")))
            journal.record(log, logCapacity: 500, duration: .zero)
        }
        #expect(journal.records.map { $0.answer?.diff == nil } == [true, true, false])
        #expect(journal.records.allSatisfy { ($0.answer?.bytes ?? 0) > 9 << 20 })
    }

    @Test func `the selection follows its event while new ones come above it`() {
        let pane = EventsPane()
        var records = self.records
        pane.update(records)
        pane.move(.bottom)
        #expect(pane.selectedText == #"{"name":"Ada"}"#)
        records.append(EventRecord(number: 4, cause: .update, topic: "a", time: .zero, duration: .zero))
        pane.update(records)
        #expect(pane.selectedText == #"{"name":"Ada"}"#)
        pane.setFilter("boom")
        #expect(pane.selectedText == nil)
    }
}
