/// The reports of one run, each with an output of its own.
package struct RunReports {
    private var reports: [(reporter: any Reporter, output: (any ReportOutput)?)] = []

    package init() {}

    /// - Parameter output: Where it is written; nil for what only listens.
    package mutating func append(_ reporter: any Reporter, to output: (any ReportOutput)?) {
        reports.append((reporter, output))
    }

    /// - Throws: Why a report cannot be written.
    mutating func begin(_ run: RunBeginning) throws {
        try write { $0.begin(run) }
    }

    /// - Throws: Why a report cannot be written.
    mutating func add(_ ended: EndedCase) throws {
        try write { $0.add(ended) }
    }

    /// - Throws: Why a report cannot be written.
    mutating func end(_ run: RunEnding) throws {
        try write { $0.end(run) }
        for report in reports { try report.output?.finish() }
    }

    private mutating func write(_ text: (inout any Reporter) -> String) throws {
        for index in reports.indices {
            let text = text(&reports[index].reporter)
            if !text.isEmpty { try reports[index].output?.write(text) }
        }
    }
}
