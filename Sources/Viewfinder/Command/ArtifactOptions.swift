import ArgumentParser
import Scenarios

/// What `test` keeps of cases that fail.
struct ArtifactOptions: ParsableArguments {
    @Option(
        name: .customLong("artifacts"),
        help: ArgumentHelp(
            """
            Keep of each case that fails its picture, page, state and diffs in a folder of its own; what runs put there \
            before goes. (default: artifacts where CI is set)
            """, valueName: "folder"))
    private var path: String?

    func validate() throws {
        if path?.isEmpty == true { throw ValidationError("--artifacts takes a folder, found \"\"") }
    }

    /// The folder, made and empty; nil where nothing is kept.
    ///
    /// - Throws: Why it cannot be used.
    func folder() throws -> ArtifactFolder? {
        let path = path ?? (Environment.isSet("CI") ? "artifacts" : nil)
        return try path.map { try ArtifactFolder(emptying: $0) }
    }
}

extension ArtifactFolder {
    /// What keeps a case that fails.
    func observer(of scenarioCase: ScenarioCase) -> ArtifactRecorder {
        let trace = TraceArtifact(of: scenarioCase, program: ProgramName.own, now: { RealTime.monotonic })
        return ArtifactRecorder(in: self, with: [trace])
    }
}
