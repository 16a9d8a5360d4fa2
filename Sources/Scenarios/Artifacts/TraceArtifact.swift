/// The trace of a case, kept beside its other files when it fails.
package final class TraceArtifact: ArtifactSource {
    /// Takes the trace when the case is over.
    private final class Holder {
        var trace: Trace?
    }

    private let recorder: TraceRecorder
    private let holder = Holder()

    /// - Parameters:
    ///   - program: The name of the program that runs it.
    ///   - now: The real time.
    package init(of scenarioCase: ScenarioCase, program: String, now: @escaping () -> Duration) {
        recorder = TraceRecorder(of: scenarioCase, program: program, now: now) { [holder] in holder.trace = $0 }
    }

    package func stepEnded(_ moment: StepMoment) { recorder.stepEnded(moment) }

    package func caseEnded(_ result: CaseResult) { recorder.caseEnded(result) }

    package var artifact: ArtifactFile? {
        holder.trace.map { ArtifactFile(name: "trace.jsonl", text: TraceWriter.text(of: $0)) }
    }
}
