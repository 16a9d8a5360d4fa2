import ArgumentParser
import Scenarios

/// What `test` tells of its run, and where.
struct ReportOptions: ParsableArguments {
    /// The reports that were asked for.
    func reports() throws -> RunReports {
        var reports = RunReports()
        reports.append(PlainReporter(), to: StandardReportOutput())
        return reports
    }
}

/// The standard output, as people read it.
private struct StandardReportOutput: ReportOutput {
    func write(_ text: String) throws { try Output.standard.words(text) }

    func finish() {}
}
