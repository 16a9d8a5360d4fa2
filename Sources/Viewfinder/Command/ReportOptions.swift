import ArgumentParser
import Basics
import CLibrary
import Scenarios
import TextLayout

/// What `test` tells of its run, and where.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("reporter"),
        help: ArgumentHelp(
            """
            How to report: \(ReportForm.names). A file takes the report; without one it goes to the standard output, \
            where "pretty" goes otherwise. May be repeated.
            """, valueName: "name[=file]"), transform: ReportRequest.init(argument:))
    private var requests: [ReportRequest] = []

    @Option(help: ArgumentHelp("Tell which cases took longest.", valueName: "count"))
    private var slowest = 0

    func validate() throws {
        let printed = requests.filter { $0.path == nil }
        guard printed.count <= 1 else {
            throw ValidationError(
                "only one report goes to the standard output, and here are "
                    + printed.map { "\"\($0.form.rawValue)\"" }.joined(separator: " and ")
                    + "; give the others a file, as in --reporter junit=report.xml")
        }
        let paths = requests.compactMap(\.path)
        guard Set(paths).count == paths.count else {
            throw ValidationError("two reports cannot go to one file; give each a file of its own")
        }
        guard slowest >= 0 else { throw ValidationError("--slowest takes a number from 0, found \(slowest)") }
    }

    /// Where words for people go: not among data for other programs.
    var wordsOutput: Output { requests.contains { $0.path == nil && !$0.form.isForPeople } ? .errors : .standard }

    /// The reports that were asked for, each with its output.
    ///
    /// - Throws: Why a file cannot be written.
    func reports() throws -> RunReports {
        var reports = RunReports()
        if !requests.contains(where: { $0.path == nil }) {
            reports.append(reporter(.pretty, isPrinted: true), to: PrintedReport(isForPeople: true))
        }
        for request in requests {
            if let path = request.path {
                reports.append(reporter(request.form, isPrinted: false), to: try ReportFile(path))
            } else {
                reports.append(
                    reporter(request.form, isPrinted: true), to: PrintedReport(isForPeople: request.form.isForPeople))
            }
        }
        if Environment.isSet("GITHUB_ACTIONS"), !requests.contains(where: { $0.form == .github }) {
            // GitHub reads what goes there as well, and no report does.
            reports.append(GitHubReporter(), to: PrintedReport(isForPeople: false, output: .errors))
        }
        return reports
    }

    private func reporter(_ form: ReportForm, isPrinted: Bool) -> any Reporter {
        let terminal = isPrinted ? TerminalStyle.ofStandardOutput : nil
        return switch form {
        case .pretty: PrettyReporter(terminal: terminal, slowest: slowest)
        case .dots: DotsReporter(terminal: terminal, slowest: slowest)
        case .tap: TAPReporter()
        case .junit: JUnitReporter()
        case .json: JSONReporter()
        case .github: GitHubReporter()
        }
    }
}

/// The forms of reports.
private enum ReportForm: String, CaseIterable {
    case pretty, dots, tap, junit, json, github

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// Whether it is read by people, not by programs.
    var isForPeople: Bool { self == .pretty || self == .dots }
}

/// A form and a file, as `--reporter NAME=FILE` gives them.
private struct ReportRequest {
    let form: ReportForm
    /// Nil for the standard output.
    let path: String?

    init(argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let form = ReportForm(rawValue: parts[0]) else {
            let advice =
                NearestName.of(parts[0], among: ReportForm.allCases.map(\.rawValue)).map { "did you mean \"\($0)\"?" }
                ?? "there are \(ReportForm.names)"
            throw ValidationError("unknown reporter \"\(ReadableText.quote(parts[0]))\"; \(advice)")
        }
        guard parts.count == 1 || !parts[1].isEmpty else {
            throw ValidationError("the reporter \(parts[0]) has no file after \"=\"; name one, or leave the \"=\" out")
        }
        self.form = form
        path = parts.count == 1 || parts[1] == "-" ? nil : parts[1]
    }
}

/// A report on the standard output, or beside it.
private struct PrintedReport: ReportOutput {
    let isForPeople: Bool
    var output = Output.standard

    func write(_ text: String) throws {
        // What reporters quote was made readable when they quoted it.
        if isForPeople { try output.styled(text) } else { try output.data(text) }
    }

    func finish() {}
}

/// A report in a file.
private final class ReportFile: ReportOutput {
    private let path: String
    private let file: OutputFile

    init(_ path: String) throws {
        self.path = path
        do throws(FileFailure) {
            if let slash = path.lastIndex(of: "/") { try FileSystem.makeFolder(String(path[..<slash])) }
            file = try OutputFile(replacing: path)
        } catch {
            throw ReportFailure(path: path, reason: error.reason)
        }
    }

    func write(_ text: String) throws { try attempt { () throws(FileFailure) in try file.write(Array(text.utf8)) } }

    func finish() throws { try attempt { () throws(FileFailure) in try file.close() } }

    private func attempt(_ body: () throws(FileFailure) -> Void) throws(ReportFailure) {
        do throws(FileFailure) { try body() } catch { throw ReportFailure(path: path, reason: error.reason) }
    }
}

/// A report that could not be written.
private struct ReportFailure: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "The report \(ReadableText.quote(path)) cannot be written: \(reason)." }
}
