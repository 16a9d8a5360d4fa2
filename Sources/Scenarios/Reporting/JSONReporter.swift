import LiveProtocol

/// Reports as JSON lines, for other programs: one for the run's beginning, one a case, one for its end
/// (RunningScenarios.md, "JSON lines").
package struct JSONReporter: Reporter {
    /// The form of the lines; it grows when what was there means something else.
    private static let format = 1

    package init() {}

    package mutating func begin(_ run: RunBeginning) -> String {
        Self.line([
            "event": "begin", "format": .integer(Self.format), "cases": .integer(run.cases.count),
        ])
    }

    package mutating func add(_ ended: EndedCase) -> String {
        let (result, scenario) = (ended.result, ended.planned.scenario)
        var members: [(String, JSONValue)] = [
            ("event", "case"), ("number", .integer(ended.number)), ("id", .string(result.id)),
            ("file", .string(scenario.path)), ("title", .string(result.title)),
            ("tags", .array(scenario.tags.map { .string($0) })), ("outcome", .string(Self.word(result.outcome))),
            ("ms", Self.milliseconds(result.duration)),
        ]
        if let line = ended.planned.scenarioCase.row?.lines.lowerBound { members.append(("row", .integer(line))) }
        if let why = result.outcome.why { members.append(("why", .string(why))) }
        if let artifacts = result.artifacts { members.append(("artifacts", .string(artifacts))) }
        members.append(("steps", .array(result.times.map(Self.value))))
        members.append(("problems", .array(result.problems.map(Self.value))))
        members.append(("warnings", .array(result.warnings.flatMap(Self.values))))
        members.append(("written", .array(result.savedSnapshots.map { .string($0) })))
        return Self.line(.object(.init(uniqueKeysWithValues: members)))
    }

    package mutating func end(_ run: RunEnding) -> String {
        var members: [(String, JSONValue)] = [
            ("event", "end"), ("passed", .integer(run.passed)), ("failed", .integer(run.failed)),
            ("flaky", .integer(run.flaky)), ("skipped", .integer(run.skipped)),
            ("known", .integer(run.failedAsKnown)), ("notRun", .integer(run.notRun)),
            ("exitCode", .integer(Int(run.exitCode.rawValue))), ("ms", Self.milliseconds(run.elapsed)),
        ]
        if let words = ReportTexts.words(run.stop) { members.append(("ended", .string(words))) }
        return Self.line(.object(.init(uniqueKeysWithValues: members)))
    }

    private static func line(_ value: JSONValue) -> String { value.json + "\n" }

    private static func value(_ time: CaseResult.StepTime) -> JSONValue {
        place(of: time.step.path, time.step.place).with([
            ("step", .string(time.step.source)), ("ms", milliseconds(time.duration)),
        ])
    }

    private static func value(_ problem: CaseProblem) -> JSONValue {
        var members: [(String, JSONValue)] = []
        if let step = problem.step { members.append(("step", .string(step))) }
        members.append(("message", .array(problem.message.map { .string($0) })))
        members.append(("text", .string(problem.text)))
        return place(of: problem.path, problem.place).with(members)
    }

    private static func values(_ warning: CaseResult.Warning) -> [JSONValue] {
        warning.findings.map { finding in
            place(of: warning.step.path, warning.step.place).with([
                ("step", .string(warning.step.source)), ("rule", .string(finding.rule.rawValue)),
                ("message", .string(finding.message)),
            ])
        }
    }

    private static func place(of path: String, _ place: Place?) -> [(String, JSONValue)] {
        [("file", .string(path))]
            + (place.map { [("line", .integer($0.line)), ("column", .integer($0.column))] } ?? [])
    }

    private static func word(_ outcome: CaseResult.Outcome) -> String {
        switch outcome {
        case .passed: "passed"
        case .failed, .passedUnexpectedly: "failed"
        case .skipped: "skipped"
        case .failedAsKnown: "known"
        case .flaky: "flaky"
        }
    }

    /// To a thousandth.
    private static func milliseconds(_ duration: Duration) -> JSONValue {
        let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
        return .number(Double(microseconds) / 1000)
    }
}

extension CaseResult.Outcome {
    /// What the file says of it.
    fileprivate var why: String? {
        switch self {
        case .skipped(let why), .failedAsKnown(let why), .passedUnexpectedly(let why): why
        case .passed, .failed, .flaky: nil
        }
    }
}

extension [(String, JSONValue)] {
    fileprivate func with(_ others: [(String, JSONValue)]) -> JSONValue {
        .object(.init(uniqueKeysWithValues: self + others))
    }
}
