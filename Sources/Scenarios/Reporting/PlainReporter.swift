import TextLayout

/// Tells people of a run: a line a case, failures in full, a summary.
package struct PlainReporter: Reporter {
    private var report = ScenarioReport(tellsTotals: true)

    package init() {}

    package mutating func begin(_ run: RunBeginning) -> String { "" }

    package mutating func add(_ ended: EndedCase) -> String { report.add(ended.result) + "\n" }

    package mutating func end(_ run: RunEnding) -> String {
        if case .server(let reason) = run.stop { return "\(ReadableText.line(reason)); nothing more was run\n" }
        var text = "\n\(report.ending)"
        switch run.stop {
        case .interrupted: text += "interrupted; \(run.notRun) not run\n"
        case .firstFailure: text += "ended at the first failure; \(run.notRun) not run\n"
        case .server, nil: break
        }
        if !run.serverOutputs.isEmpty {
            let paths = run.serverOutputs.map { ReadableText.quote($0) }.joined(separator: ", ")
            text += "what the servers wrote is in \(paths)\n"
        }
        return text
    }
}
