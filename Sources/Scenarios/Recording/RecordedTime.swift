import LiveProtocol

/// Works out how far a scenario has to move its time for the timers to run that ran while it was recorded.
///
/// In a recording time passes by itself; in a scenario it stands still between steps, and idle time is left out. A timer
/// that was set 300 ms before it ran has to be waited for 300 ms from the step that set it, whenever that was.
struct RecordedTime {
    /// From a moment of the recording on, what time it is in the scenario.
    private struct Mark {
        let recorded: Duration
        let replayed: Duration
    }

    /// Older moments are forgotten, from which hardly a timer is still to come.
    private static let limit = 5_000

    private var marks = [Mark(recorded: .zero, replayed: .zero)]
    /// The time of the scenario after its last step.
    private var written = Duration.zero
    /// The same, if all timers that ran since were written, too.
    private var possible = Duration.zero

    /// A step was done at a moment of the recording.
    mutating func stepDone(at now: Duration) {
        possible = written
        note(now)
    }

    /// A timer ran; if that is to be seen in the scenario, `advance` says how far time moves.
    mutating func ran(_ timer: TimerRun, at now: Duration) {
        possible = max(possible, replayed(timer.scheduled) + (timer.due - timer.scheduled))
        note(now)
    }

    /// How far the scenario has to move its time now, for all timers so far to have run, in whole milliseconds.
    mutating func advance() -> Duration {
        let milliseconds = ((possible - written) / .milliseconds(1)).rounded(.up)
        let step = Duration.milliseconds(Int(milliseconds))
        written += step
        possible = written
        if let last = marks.last { note(last.recorded) }
        return step
    }

    private mutating func note(_ now: Duration) {
        if let last = marks.last, last.recorded == now { marks.removeLast() }
        marks.append(Mark(recorded: now, replayed: possible))
        if marks.count > Self.limit { marks.removeFirst(Self.limit / 2) }
    }

    /// What time it is in the scenario at a moment of the recording.
    private func replayed(_ recorded: Duration) -> Duration {
        marks.last { $0.recorded <= recorded }?.replayed ?? marks.first?.replayed ?? .zero
    }
}
