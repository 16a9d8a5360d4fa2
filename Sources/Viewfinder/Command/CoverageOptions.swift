import ArgumentParser
import Basics
import Scenarios
import TextLayout

/// What `test` tells of what a run left out.
struct CoverageOptions: ParsableArguments {
    @Flag(
        name: .customLong("coverage"),
        help: """
            Tell what no scenario exercised: routes, events, infos, branches of template files, bindings of pages.
            """)
    private var isWanted = false

    @Option(
        name: .customLong("coverage-file"),
        help: ArgumentHelp("Write that to a file as JSON, too.", valueName: "file.json"))
    private var file: String?

    @Option(
        name: .customLong("coverage-min"),
        help: ArgumentHelp(
            """
            Fail when less than this was exercised: a percentage of all, such as 80, or of one kind, such as events=90 \
            (routes, events, infos, branches, bindings). May be repeated.
            """, valueName: "percent"))
    private var minima: [CoverageMinimum] = []

    /// Whether anything of it is asked for.
    var isOn: Bool { isWanted || file != nil || !minima.isEmpty }

    /// Tells what a run left out, and writes the file.
    ///
    /// - Parameter output: Where people are told.
    /// - Returns: Whether it exercised as much as is asked for.
    func tell(_ run: CoverageRun, to output: Output) throws -> Bool {
        let report = run.report
        try output.words(report.table)
        if let file {
            do {
                try FileSystem.replace(file, with: report.json)
            } catch {
                throw UnwritableCoverage(file: file, reason: error.reason)
            }
        }
        let shortfalls = minima.compactMap { $0.shortfall(in: report) }
        guard !shortfalls.isEmpty else { return true }
        try output.words("\n" + shortfalls.joined(separator: "\n"))
        return false
    }
}

/// A file that the coverage cannot be written to.
private struct UnwritableCoverage: Error, CustomStringConvertible {
    let file: String
    let reason: String

    var description: String { "the coverage cannot be written to \(ReadableText.quote(file)): \(reason)" }
}

extension CoverageMinimum: ExpressibleByArgument {
    /// Reads `80` or `events=80`.
    public init?(argument: String) { self.init(argument) }
}
