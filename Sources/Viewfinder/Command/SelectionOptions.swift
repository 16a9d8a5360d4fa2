import ArgumentParser
import Scenarios

/// Which cases of `test` are run.
struct SelectionOptions: ParsableArguments {
    @Option(name: .customLong("tag"), help: "Only scenarios with this tag, or without it: !TAG; may be repeated.")
    private var tags: [String] = []

    @Option(name: .customLong("name"), help: "Only scenarios with this in their name; may be repeated.")
    private var names: [String] = []

    @Flag(help: "Only cases that failed when they were last run from this folder.")
    private var lastFailed = false

    @Option(
        help: ArgumentHelp(
            """
            Only files that changed since a commit, or of which a part, a table, a snapshot or any template did; git \
            tells. Without "=REF" it is HEAD.
            """, valueName: "ref"))
    private var onlyChanged: String?

    @Option(help: ArgumentHelp("Only the part I of N parts of the cases, such as 2/5.", valueName: "i/n"))
    private var shard: CaseShard?

    /// Those by tags and names.
    var filter: ScenarioFilter { ScenarioFilter(tags: tags, names: names) }

    /// All of them.
    ///
    /// - Parameter last: What failed last.
    /// - Throws: Why it is not known what changed.
    func selection(after last: LastRun) throws -> CaseSelection {
        var selection = CaseSelection(filter: filter)
        if lastFailed { selection.failedIDs = last.failedIDs }
        selection.changes = try onlyChanged.map { try ChangedFiles(since: $0) }
        selection.shard = shard
        return selection
    }

    /// The arguments with a value for each option here that may stand without one.
    static func completing(_ arguments: [String]) -> [String] {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        return arguments[..<end].map { $0 == "--only-changed" ? "--only-changed=HEAD" : $0 } + arguments[end...]
    }
}

extension CaseShard: ExpressibleByArgument {
    /// Reads `2/5`.
    public init?(argument: String) { self.init(argument) }
}
