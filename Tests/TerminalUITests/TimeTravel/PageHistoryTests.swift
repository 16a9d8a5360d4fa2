import LiveClient
import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct PageHistoryTests {
    private static let page = """
        <title>Greeting</title><p>Hello</p><label>Name <input name="name"></label><p><a href="/other">Other</a></p>\
        <p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p><p>7</p><p>8</p>
        """

    private func simulator(html: String = page) -> Simulator {
        let simulator = Simulator(
            host: FakeHost(html: html), clock: VirtualClock(), size: Size(columns: 40, rows: 8))
        simulator.open("/hello")
        return simulator
    }

    @Test func `a moment is kept when the page has changed, and only then`() throws {
        let (history, simulator) = (PageHistory(), simulator())
        history.record(simulator)
        history.record(simulator)
        #expect(history.moments.map(\.number) == [1])
        simulator.press(try Key("tab"))
        history.record(simulator)
        simulator.press(try Key("A"))
        history.record(simulator)
        history.record(simulator)
        #expect(history.moments.map(\.number) == [1, 2, 3])
        let texts = history.moments.map(\.picture.text)
        #expect(!texts[0].contains("A"))
        #expect(texts[2].contains("A"))
        #expect(history.moments.map(\.title) == ["Greeting", "Greeting", "Greeting"])
        #expect(history.moments.map(\.address) == ["/hello", "/hello", "/hello"])
        #expect(history.moment(2) === history.moments[1])
        #expect(history.moment(0) == nil)
        #expect(history.moment(4) == nil)
    }

    @Test func `scrolling is no change`() throws {
        let (history, simulator) = (PageHistory(), simulator())
        history.record(simulator)
        simulator.scroll(by: 2)
        simulator.resize(Size(columns: 30, rows: 6))
        history.record(simulator)
        #expect(history.moments.count == 1)
    }

    @Test func `what is done between two looks belongs to the later one`() throws {
        let (history, simulator) = (PageHistory(), simulator())
        history.note(.click)
        history.record(simulator)
        history.note(.paste)
        history.record(simulator)
        history.note(.key(try Key("tab")))
        simulator.press(try Key("tab"))
        history.record(simulator)
        #expect(history.moments.map(\.cause.inputs) == [[.click], [.key(try Key("tab"))]])
    }

    @Test func `moments that look the same share their picture`() throws {
        let (history, simulator) = (PageHistory(), simulator())
        history.record(simulator)
        let one = history.bytes
        simulator.document.setAttribute("data-x", to: "1", of: simulator.document.root)
        history.record(simulator)
        if let body = simulator.document.first(try .init("p"), below: simulator.document.root) {
            simulator.document.setAttribute("data-x", to: "1", of: body)
        }
        history.record(simulator)
        #expect(history.moments.count >= 2)
        #expect(history.bytes < one + 2_000)
    }

    @Test func `the oldest are forgotten where there is no room, and the last two never`() throws {
        let simulator = simulator()
        let first = PageHistory()
        first.record(simulator)
        let history = PageHistory(limit: first.bytes * 5)
        simulator.press(try Key("tab"))
        for _ in 0..<20 {
            simulator.press(try Key("a"))
            history.record(simulator)
            #expect(history.bytes <= first.bytes * 5)
        }
        #expect((3...5).contains(history.moments.count))
        #expect(history.moments.last?.number == 20)
        #expect(history.moment(20) === history.moments.last)
        #expect(history.moment(1) == nil)
        let narrow = PageHistory(limit: 1)
        for _ in 0..<5 {
            simulator.press(try Key("b"))
            narrow.record(simulator)
        }
        #expect(narrow.moments.map(\.number) == [4, 5])
    }

    @Test func `the causes are those that sessions tell of`() throws {
        let (history, simulator) = (PageHistory(), simulator())
        var records: [SessionRecord] = []
        func record(_ happening: SessionRecord.Happening, _ change: (inout SessionRecord) -> Void = { _ in }) {
            var record = SessionRecord(session: 1, view: "View", topic: "lv:a", happening: happening)
            change(&record)
            records.append(record)
        }
        record(.rendered(url: "/"))
        record(.mounted(url: "/"))
        record(.event("save", component: nil)) { $0.failure = "it broke" }
        record(.info(component: nil)) { $0.source = .timer }
        record(.info(component: nil)) { $0.source = .task("weather") }
        record(.patched(url: "/?a"))
        record(.reloaded)
        var calls = CallbackLog()
        calls.add(
            CallbackTrace(
                kind: .info, part: InspectedPart.ID(session: 1), type: "View", topic: "lv:a", name: "tick", time: .zero)
        )
        history.note(.key(try Key("enter")))
        history.note(observed: records, calls: calls, log: [], logCapacity: 10, took: .milliseconds(2))
        history.record(simulator)
        let cause = try #require(history.moments.last?.cause)
        #expect(
            cause.description
                == #"key enter → opened /, event "save", timer → tick, task "weather", went to /?a, template files changed"#
        )
        #expect(cause.failure == "it broke")
        #expect(cause.duration == .milliseconds(2))
    }

    @Test func `of a server elsewhere the log tells what was sent and came`() throws {
        let (history, simulator) = (PageHistory(), simulator())
        let diff = Diff(title: "T")
        let log = [
            LogEntry(time: .zero, event: .sent(.event(EventPush(type: "click", event: "save")), topic: "a")),
            LogEntry(time: .zero, event: .received(diff, topic: "a")),
        ]
        history.note(observed: nil, calls: nil, log: log, logCapacity: 10, took: .zero)
        history.record(simulator)
        let cause = try #require(history.moments.last?.cause)
        #expect(cause.description == #"event "save", the server"#)
        #expect(cause.diffBytes == diff.json.utf8.count)
        #expect(MomentCause().description == "the page itself")
        #expect(MomentCause(inputs: [.secret, .paste]).description == "a key that is not told, paste")
    }

    @Test func `causes are told up to a number`() {
        var cause = MomentCause()
        for number in 0..<100 {
            cause.add(.click)
            cause.add(.event("\(number)"))
        }
        #expect(cause.inputs.count == MomentCause.mostParts)
        #expect(cause.happenings.count == MomentCause.mostParts)
    }
}
