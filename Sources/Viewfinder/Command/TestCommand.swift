import ArgumentParser
import Basics
import CLibrary
import LiveClient
import LiveProtocol
import Scenarios
import TextLayout

/// `test PATHS`: scenario files, run without a terminal.
struct TestCommand<App: ViewfinderApp, Network: NetworkAccess>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test", abstract: "Run scenario files.",
            discussion: """
                Exit code 0: all passed. 1: some failed. 2: a file is wrong, or there is nothing to run, and nothing was \
                run then; or the report could not be written.
                """)
    }

    @Argument(
        help: "Scenario files, or folders of them; FILE:LINE runs what stands at that line, such as a table's row.")
    var paths = ["Scenarios"]

    @Option(help: "Which snapshots to write: missing, changed, all or none. (default: missing; none where CI is set)")
    var update: SnapshotUpdate?

    @Option(name: .customLong("tag"), help: "Only scenarios with this tag; may be repeated.")
    var tags: [String] = []

    @Option(name: .customLong("name"), help: "Only scenarios with this in their name; may be repeated.")
    var names: [String] = []

    @Option(name: .customLong("set"), help: "Give a variable of the scenarios a value: NAME=VALUE; may be repeated.")
    private var settings: [Setting] = []

    @Option(
        name: .customLong("lint"),
        help: """
            What becomes of mistakes: RULE=LEVEL, such as duplicate-id=error. Levels: ignore, warn, which tells of it, and \
            error, which fails the step: so do \(Finding.failingRules) unless told. May be repeated.
            """,
        transform: LintSetting.init(argument:))
    private var lint: [LintSetting] = []

    @Option(
        help: ArgumentHelp(
            "Run the scenarios on pages of a server elsewhere, in real time; \"scenario explain servers\" tells of more.",
            valueName: "address"))
    private var url: ServerAddress?

    @Option(
        help: ArgumentHelp(
            "Run each case in process and on a server elsewhere, and show where what they look like differs.",
            valueName: "address"))
    private var compare: ServerAddress?

    @OptionGroup(title: "Options for servers elsewhere")
    private var remote: RemoteArguments

    @OptionGroup
    private var trace: TraceArguments

    @Flag(
        help: """
            Show changes by parsing whole views, not part by part. It is slower, and every page must be the same; use it \
            to tell whether a wrong page is the patching's fault.
            """)
    var parsesWholeViews = false

    func validate() throws {
        if url != nil, compare != nil { throw ValidationError("--url and --compare do not go together") }
        if url == nil, compare == nil, !remote.isEmpty {
            throw ValidationError("--header, --cookie, --cookies and --socket go with --url or --compare")
        }
    }

    func run() throws {
        if Network.makeHost == nil, url != nil || compare != nil {
            try WebProgram.takeOver(for: compare != nil ? "--compare" : "--url")
        }
        let factory = PageFactory<App>()
        let totals = SessionTotals()
        var client = factory.clientSettings
        client.patchesByParts = !parsesWholeViews
        if let origin = (url ?? compare)?.origin { client.cookies = try remote.initialCookies(for: origin) }
        for setting in lint { client.lint[setting.rule] = setting.level }
        let traces = trace.folder
        let runner = ScenarioRunner(
            update: update ?? standardUpdate, settings: client, now: { RealTime.monotonic }, totals: totals,
            server: serverAccess,
            makeObservers: { scenarioCase in traces.map { [$0.observer(of: scenarioCase)] } ?? [] }
        ) { clock, observer in
            factory.makeEngine(clock: clock, observer: observer)
        }
        let values = Dictionary(settings.map { ($0.name, $0.value) }) { _, last in last }
        let suite = ScenarioSuite(
            runner: runner, reader: ScenarioReader(settings: values), filter: ScenarioFilter(tags: tags, names: names),
            totals: totals)
        let code = try suite.run(
            paths: paths, needNetwork: { need throws(any Error) in try WebProgram.takeOver(for: need) },
            print: { text throws(any Error) in try Output.standard.words(text) })
        if let failure = traces?.failure {
            try Output.errors.words(failure.message)
            throw ExitStatus.unusable
        }
        throw ExitStatus(code: code.rawValue)
    }

    private var serverAccess: ServerAccess? {
        let options = HostOptions(remote)
        return Network.makeHost.map { makeHost in
            ServerAccess(
                address: url ?? compare, isCompared: compare != nil, date: { RealTime.date },
                makeHost: { _ in makeHost(options) })
        }
    }

    private var standardUpdate: SnapshotUpdate {
        let value = getenv("CI").map { String(cString: $0) }
        return SnapshotUpdate.standard(environment: value.map { ["CI": $0] } ?? [:])
    }
}

extension SnapshotUpdate: ExpressibleByArgument {}

extension ServerAddress: ExpressibleByArgument {
    /// Reads `http://127.0.0.1:8000`.
    public init?(argument: String) { self.init(argument) }
}

/// A variable and its value, as `--set NAME=VALUE` gives them.
private struct Setting: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals > argument.startIndex else { return nil }
        name = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}

/// A rule and what becomes of it, as `--lint RULE=LEVEL` gives them.
private struct LintSetting {
    let rule: Diagnostic.Rule
    let level: LintLevel

    init(argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw ValidationError("expected RULE=LEVEL, found \"\(ReadableText.quote(argument))\"")
        }
        rule = try Self.value(parts[0], what: "rule")
        level = try Self.value(parts[1], what: "level")
    }

    private static func value<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, what: String
    ) throws -> Value {
        if let value = Value(rawValue: text) { return value }
        let names = Value.allCases.map(\.rawValue)
        let advice =
            NearestName.of(text, among: names).map { "did you mean \"\($0)\"?" }
            ?? "there are \(names.joined(separator: ", "))"
        throw ValidationError("unknown \(what) \"\(ReadableText.quote(text))\"; \(advice)")
    }
}
