import LiveProtocol
import Testing

@Suite("The virtual clock")
struct VirtualClockTests {
    @Test("runs what is due in order of time, then of creation")
    func order() {
        let clock = VirtualClock()
        var ran: [String] = []
        clock.schedule(after: .seconds(2)) { ran.append("late") }
        clock.schedule(after: .seconds(1)) { ran.append("first") }
        clock.schedule(after: .seconds(1)) { ran.append("second") }
        while clock.runNext(until: .seconds(1)) {}
        #expect(ran == ["first", "second"])
        #expect(clock.now == .seconds(1))
        #expect(clock.nextDeadline == .seconds(2))
    }

    @Test("an action may schedule another that is due in the same span, and take one back")
    func nested() {
        let clock = VirtualClock()
        var ran: [Duration] = []
        let doomed = clock.schedule(after: .seconds(3)) { ran.append(.zero) }
        clock.schedule(after: .seconds(1)) {
            ran.append(clock.now)
            clock.cancel(doomed)
            clock.schedule(after: .seconds(1)) { ran.append(clock.now) }
        }
        while clock.runNext(until: .seconds(10)) {}
        #expect(ran == [.seconds(1), .seconds(2)])
        #expect(clock.now == .seconds(10))
        #expect(clock.nextDeadline == nil)
    }
}
