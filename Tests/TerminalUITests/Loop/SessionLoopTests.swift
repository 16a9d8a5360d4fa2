import LiveProtocol
import Simulator
import Testing
import TextLayout

@testable import TerminalUI

@Suite struct SessionLoopTests {
    private let device = FakeDevice(columns: 50, rows: 9)

    private func loop(
        _ events: ScriptedEvents, clock: VirtualClock = VirtualClock(), now: @escaping () -> Duration = { .zero }
    )
        -> SessionLoop
    {
        let host = FakeHost(html: "<title>Page</title><p>Hello</p><input name=name autofocus>")
        let simulator = Simulator(host: host, clock: clock, size: device.size)
        simulator.open("/")
        return SessionLoop(
            interface: Interface(simulator: simulator, size: device.size, now: now), screen: Screen(device: device),
            events: events, now: now)
    }

    private func key(_ character: Character) -> SessionEvent { .input(.key(Key(.character(character)))) }

    private let quit = SessionEvent.input(.key(Key(.character("q"), .control)))

    @Test func `It shows the page, takes keys, and ends when the person quits`() {
        let events = ScriptedEvents([key("a"), key("b")], [quit])
        #expect(loop(events).run() == nil)
        #expect(device.text.contains("Hello"))
        #expect(device.text.contains("ab"))
        #expect(device.actions.contains(.title("Page")))
    }

    @Test func `A batch of keys is drawn once`() {
        let events = ScriptedEvents([key("a"), key("b"), key("c")], [quit])
        var presented: [Int] = []
        events.onWait = { [device] _ in
            presented.append(device.takeActions().count { if case .present = $0 { true } else { false } })
        }
        _ = loop(events).run()
        #expect(presented == [1, 1])
    }

    @Test func `With nothing to do it waits for ever, and with a timer until that is due`() {
        let clock = VirtualClock()
        var time = Duration.zero
        var waits: [Duration?] = []
        var ran = false
        let events = ScriptedEvents([], [], [quit])
        events.onWait = { limit in
            waits.append(limit)
            if waits.count == 1 { clock.schedule(after: .seconds(3)) { ran = true } }
            if waits.count == 2 { time = .seconds(3) }
        }
        _ = loop(events, clock: clock, now: { time }).run()
        #expect(waits == [nil, .seconds(3), nil])
        #expect(ran)
        #expect(clock.now == .seconds(3))
    }

    @Test func `Nothing is drawn when nothing changed`() {
        let events = ScriptedEvents([], [.activity], [quit])
        var actions: [Int] = []
        events.onWait = { [device] _ in actions.append(device.takeActions().count) }
        _ = loop(events).run()
        #expect(actions.dropFirst() == [0, 0])
    }

    @Test func `A signal ends it with its number`() {
        #expect(loop(ScriptedEvents([.ended(signal: 15)])).run() == 15)
    }

    @Test(
        "ctrl+z and the signal both stop the program with the terminal given back, and paint anew after",
        arguments: [
            SessionEvent.suspended, .input(.key(Key(.character("z"), .control))),
        ])
    func suspends(event: SessionEvent) {
        let events = ScriptedEvents([event], [quit])
        var seen: [FakeDevice.Action] = []
        events.onWait = { [device] _ in seen = device.takeActions() }
        _ = loop(events).run()
        #expect(events.stops == 1)
        #expect(seen.prefix(3) == [.suspend, .resume, .clear])
        #expect(device.text.contains("Hello"))
    }

    @Test func `After a resize the page fills the new size`() {
        let events = ScriptedEvents([key("a")], [.resized], [quit])
        var waits = 0
        events.onWait = { [device] _ in
            waits += 1
            if waits == 2 { device.windowSize = Size(columns: 70, rows: 12) }
        }
        _ = loop(events).run()
        #expect(device.rows.count == 12)
        #expect(device.rows[0].joined().hasSuffix("─╮"))
        #expect(device.rows[0].count == 70)
        #expect(device.text.contains("a"))
    }

    @Test func `Timers that pile up do not keep keys waiting`() {
        let clock = VirtualClock()
        var time = Duration.zero
        var count = 0
        func tick() {
            count += 1
            time += .milliseconds(10)
            clock.schedule(after: .milliseconds(1)) { tick() }
        }
        let events = ScriptedEvents([key("a")], [quit])
        var waits = 0
        events.onWait = { _ in
            waits += 1
            if waits == 1 {
                clock.schedule(after: .milliseconds(1)) { tick() }
                time = .seconds(60)
            }
        }
        #expect(loop(events, clock: clock, now: { time }).run() == nil)
        #expect((1...20).contains(count))
    }
}
