import ArgumentParser
import Scenarios
import TextLayout

/// Where a run leaves what it did, for `play`.
struct TraceArguments: ParsableArguments {
    @Option(
        name: .customLong("trace"),
        help: ArgumentHelp(
            "Write what each case did, step by step, into a folder; \"play\" shows it, on another machine too.",
            valueName: "folder"))
    private var path: String?

    func validate() throws {
        if path?.isEmpty == true { throw ValidationError("--trace takes a folder, found \"\"") }
    }

    /// The folder; nil when no traces are wanted.
    var folder: TraceFolder? { path.map(TraceFolder.init) }
}

extension TraceFolder {
    /// What makes and writes the trace of a case.
    func observer(of scenarioCase: ScenarioCase) -> TraceRecorder {
        TraceRecorder(of: scenarioCase, program: ProgramName.own, now: { RealTime.monotonic }, onEnd: write)
    }
}

/// What this program is called.
enum ProgramName {
    static var own: String {
        ReadableText.quote(CommandLine.arguments.first?.split(separator: "/").last ?? "viewfinder")
    }
}
