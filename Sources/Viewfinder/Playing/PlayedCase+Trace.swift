import LiveProtocol
import Scenarios
import TerminalUI
import TextLayout

extension PlayedCase {
    /// Makes what a person steps through of a trace; nil where it has no step.
    ///
    /// - Parameter canGoOn: Whether the page of the case can be worked by hand.
    init?(_ trace: Trace, canGoOn: Bool) {
        guard !trace.steps.isEmpty else { return nil }
        let pictures = TracePictures(of: trace)
        self.init(
            id: trace.header.caseID, title: trace.header.title, steps: trace.steps.map(Step.init),
            ending: trace.endingWords, isFailure: trace.ending.outcome.isFailure, canGoOn: canGoOn
        ) { step in Moment(trace.steps[step], frame: pictures.frame(after: step)) }
    }
}

extension PlayedCase.Step {
    fileprivate init(_ step: TraceStep) {
        let name = step.path.split(separator: "/").last.map(String.init) ?? step.path
        self.init(
            source: step.source, place: "\(name):\(step.place.line)", groups: step.groups,
            failure: step.failure.map { $0.split(separator: "\n").map(String.init) } ?? [])
    }
}

extension PlayedCase.Moment {
    fileprivate init(_ step: TraceStep, frame: Frame) {
        var notes = ["at \(step.time)"]
        if step.page != Trace.firstPage { notes.append("page \(step.page)") }
        if let focus = step.focus { notes.append("focus: \(focus)") }
        if step.picture == nil { notes.append("the picture was left out; this is one before") }
        self.init(
            frame: frame, title: step.title, address: step.address, notes: notes,
            inspection: step.state.map { state in
                Inspection(
                    view: state.view, context: state.context ?? "too long to be kept", flash: step.flash,
                    failures: state.failures)
            }, events: step.events.map(PlayedCase.Event.init))
    }
}

extension PlayedCase.Event {
    fileprivate init(_ event: TraceEvent) {
        let left = event.omittedBytes.map { "\($0) bytes, too long to be kept" }
        self.init(
            kind: event.kind.rawValue, name: event.name,
            note: [event.note, left].compactMap(\.self).joined(separator: ", ").nonEmpty, value: event.value)
    }
}

extension Trace {
    /// How the case ended, in a few words.
    fileprivate var endingWords: String {
        var words = ending.outcome.rawValue
        if let why = ending.why { words += " (\(why))" }
        if ending.omitted > 0 { words += ", \(ending.omitted) steps left out" }
        let missing = header.stepCount - steps.count - ending.omitted
        if missing > 0 { words += ", \(missing) \(missing == 1 ? "step" : "steps") not reached" }
        return words
    }
}

extension Trace.Ending.Outcome {
    fileprivate var isFailure: Bool {
        switch self {
        case .failed, .passedUnexpectedly: true
        case .passed, .skipped, .failedAsKnown: false
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
