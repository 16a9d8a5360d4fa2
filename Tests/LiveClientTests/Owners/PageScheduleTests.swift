import LiveProtocol
import Testing

@testable import LiveClient

@Suite struct PageScheduleTests {
    private let clock = VirtualClock()
    private let schedule: PageSchedule

    init() { schedule = PageSchedule(clock: clock) }

    /// Notes what ran, in order.
    private final class Notes {
        var all: [String] = []
    }

    private let notes = Notes()

    private func note(_ text: String) -> () -> Void { { [notes] in notes.all.append(text) } }

    @Test func `what a frame asks for waits for the next one`() {
        schedule.onNextFrame { [schedule, notes] in
            notes.all.append("first")
            schedule.onNextFrame { notes.all.append("second") }
        }
        #expect(schedule.runFrame())
        #expect(notes.all == ["first"])
        #expect(schedule.runFrame())
        #expect(notes.all == ["first", "second"])
        #expect(!schedule.runFrame())
    }

    @Test func `changes wait for a transition that blocks, in the order of asking`() {
        schedule.runTransition(JSTiming(time: 100, isBlocking: true), start: note("start"), done: note("done"))
        schedule.requestUpdate(note("one"))
        schedule.requestUpdate(note("two"))
        #expect(!schedule.runWaitingUpdate())
        #expect(notes.all == ["start"])
        #expect(!schedule.isIdle)
        #expect(clock.runNext(until: .milliseconds(100)))
        #expect(notes.all == ["start", "done", "one", "two"])
        #expect(schedule.isIdle)
    }

    @Test func `changes do not wait for a transition that does not block`() {
        schedule.runTransition(JSTiming(time: 100, isBlocking: false), start: note("start"), done: note("done"))
        schedule.requestUpdate(note("change"))
        #expect(notes.all == ["start", "change"])
    }

    @Test func `a page that ends takes back all that it planned`() {
        schedule.after(.milliseconds(10), note("timer"))
        schedule.onNextFrame(note("frame"))
        schedule.end()
        schedule.onNextFrame(note("late frame"))
        #expect(!schedule.runFrame())
        #expect(!clock.runNext(until: .milliseconds(20)))
        #expect(notes.all == [])
    }

    @Test func `what is taken back does not run`() {
        let timer = schedule.after(.milliseconds(10), note("timer"))
        schedule.cancel(timer)
        schedule.cancel(timer)
        #expect(clock.nextDeadline == nil)
    }
}
