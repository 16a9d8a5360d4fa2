import LiveProtocol
import Testing

@testable import Scenarios

/// How far a scenario moves its time for what ran while it was recorded.
@Suite struct RecordedTimeTests {
    private func timer(_ scheduled: Int, _ due: Int) -> TimerRun {
        TimerRun(scheduled: .milliseconds(scheduled), due: .milliseconds(due))
    }

    @Test func `idle time is left out`() {
        var time = RecordedTime()
        time.stepDone(at: .milliseconds(9_000))
        time.ran(timer(9_000, 9_300), at: .milliseconds(9_300))
        #expect(time.advance() == .milliseconds(300))
        time.stepDone(at: .milliseconds(60_000))
        time.ran(timer(60_000, 60_250), at: .milliseconds(60_250))
        #expect(time.advance() == .milliseconds(250))
    }

    @Test func `a timer that goes on by itself is waited for from run to run`() {
        var time = RecordedTime()
        time.ran(timer(0, 1_000), at: .milliseconds(1_000))
        #expect(time.advance() == .milliseconds(1_000))
        time.ran(timer(1_000, 2_000), at: .milliseconds(2_000))
        time.ran(timer(2_000, 3_000), at: .milliseconds(3_000))
        #expect(time.advance() == .milliseconds(2_000))
    }

    @Test func `what ran unseen counts only where it leads to something that is seen`() {
        var time = RecordedTime()
        for second in 0..<5 { time.ran(timer(second * 1_000, (second + 1) * 1_000), at: .seconds(second + 1)) }
        time.stepDone(at: .milliseconds(5_100))
        time.ran(timer(5_100, 5_400), at: .milliseconds(5_400))
        #expect(time.advance() == .milliseconds(300))
        time.ran(timer(5_000, 6_000), at: .milliseconds(6_000))
        #expect(time.advance() == .milliseconds(5_700))
    }

    @Test func `a part of a millisecond is a whole one, so that the timer runs`() {
        var time = RecordedTime()
        time.ran(TimerRun(scheduled: .zero, due: .microseconds(300_001)), at: .microseconds(300_001))
        #expect(time.advance() == .milliseconds(301))
        #expect(time.advance() == .zero)
    }
}
