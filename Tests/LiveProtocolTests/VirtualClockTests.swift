import LiveProtocol
import TestSupport
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

    @Test("runs what is left of many in order, whatever is taken back and whenever", arguments: 0..<20 as Range<UInt64>)
    func random(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let clock = VirtualClock()
        var waiting: [(time: Int, number: Int, id: VirtualClock.TimerID)] = []
        var ran: [Int] = []
        for number in 0..<300 {
            switch Int.random(in: 0...5, using: &random) {
            case 0...2:
                let delay = Int.random(in: 0...50, using: &random)
                let id = clock.schedule(after: .seconds(delay)) { ran.append(number) }
                waiting.append((Int(clock.now / .seconds(1)) + delay, number, id))
            case 3...4:
                guard let place = waiting.indices.randomElement(using: &random) else { continue }
                clock.cancel(waiting.remove(at: place).id)
            default:
                let limit = Int(clock.now / .seconds(1)) + Int.random(in: 0...5, using: &random)
                let due = waiting.filter { $0.time <= limit }.sorted { ($0.time, $0.number) < ($1.time, $1.number) }
                waiting.removeAll { $0.time <= limit }
                ran = []
                while clock.runNext(until: .seconds(limit)) {}
                #expect(ran == due.map(\.number))
            }
            #expect(clock.nextDeadline == waiting.map(\.time).min().map { .seconds($0) })
        }
    }
}
