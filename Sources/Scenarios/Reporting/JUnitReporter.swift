/// Reports as XML in the form that JUnit's reports have (`junit-10.xsd` of Jenkins's xUnit plugin): a suite a file, a test
/// a case.
package struct JUnitReporter: Reporter {
    private var suites: [(path: String, cases: [PlannedCase])] = []
    private var results: [CaseResult] = []

    package init() {}

    package mutating func begin(_ run: RunBeginning) -> String {
        for planned in run.cases {
            if suites.last?.path != planned.scenario.path { suites.append((planned.scenario.path, [])) }
            suites[suites.count - 1].cases.append(planned)
        }
        return ""
    }

    package mutating func add(_ ended: EndedCase) -> String {
        results.append(ended.result)
        return ""
    }

    package mutating func end(_ run: RunEnding) -> String {
        let failures = run.failed + run.flaky
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<testsuites\(attributes(("name", "scenarios"), ("tests", "\(run.count + run.notRun)"), ("failures", "\(failures)"), ("errors", "0"), ("time", Self.seconds(run.elapsed))))>",
        ]
        let why = ReportTexts.words(run.stop) ?? "the run was ended"
        var rest = results[...]
        for suite in suites {
            let own = rest.prefix(suite.cases.count)
            rest = rest.dropFirst(suite.cases.count)
            lines += text(of: suite.path, suite.cases, Array(own), why: why)
        }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    private func text(of path: String, _ cases: [PlannedCase], _ results: [CaseResult], why: String) -> [String] {
        let failures = results.count(where: \.isFailure)
        let skipped = results.count { $0.skipReason != nil } + cases.count - results.count
        let time = results.map(\.duration).reduce(.zero, +)
        let heading = attributes(
            ("name", path), ("tests", "\(cases.count)"), ("failures", "\(failures)"), ("errors", "0"),
            ("skipped", "\(skipped)"), ("time", Self.seconds(time)))
        var lines = ["  <testsuite\(heading)>"]
        for result in results {
            lines += element(result.id, result.title, of: path, time: result.duration, content(result))
        }
        for planned in cases.dropFirst(results.count) {
            lines += element(
                planned.id, planned.scenarioCase.title, of: path, time: .zero,
                ["      <skipped\(attributes(("message", "not run: \(why)")))/>"])
        }
        return lines + ["  </testsuite>"]
    }

    private func element(
        _ id: String, _ title: String, of path: String, time: Duration, _ content: [String]
    ) -> [String] {
        let row = id.hasPrefix(path + "#") ? " (\(id.dropFirst(path.count + 1)))" : ""
        let start =
            "    <testcase"
            + attributes(("name", title + row), ("classname", path), ("time", Self.seconds(time)))
        return content.isEmpty ? [start + "/>"] : [start + ">"] + content + ["    </testcase>"]
    }

    private func content(_ result: CaseResult) -> [String] {
        var lines: [String] = []
        if let why = result.skipReason { lines.append("      <skipped\(attributes(("message", why)))/>") }
        let type = if case .flaky = result.outcome { "flaky" } else { "failure" }
        for problem in result.problems {
            let place = problem.place.map { "\(problem.path):\($0.line):\($0.column): " } ?? ""
            let heading = attributes(("message", place + problem.summary), ("type", type))
            lines.append("      <failure\(heading)>\(XMLText.content(problem.text))</failure>")
        }
        let warnings = result.warnings.map(FailurePrinter().text).joined()
        if !warnings.isEmpty { lines.append("      <system-err>\(XMLText.content(warnings))</system-err>") }
        return lines
    }

    private func attributes(_ pairs: (String, String)...) -> String {
        pairs.map { " \($0)=\"\(XMLText.attribute($1))\"" }.joined()
    }

    /// To a thousandth, with a point, as the form wants it.
    private static func seconds(_ duration: Duration) -> String {
        let thousandths = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}

extension CaseResult {
    /// Why it counts neither as passed nor as failed.
    fileprivate var skipReason: String? {
        switch outcome {
        case .skipped(let why): why
        case .failedAsKnown(let why): "failed as known: \(why)"
        case .passed, .failed, .passedUnexpectedly, .flaky: nil
        }
    }
}

/// Makes texts fit for XML 1.0, which has no way to write most control characters: they become visible symbols.
private enum XMLText {
    static func content(_ text: String) -> String { escaped(text, keepsLines: true) }

    static func attribute(_ text: String) -> String { escaped(text, keepsLines: false) }

    private static func escaped(_ text: String, keepsLines: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n" where keepsLines: result += "\n"
            // The signs for control characters stand in their order.
            case "\0"..<" ": result.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case "\u{7F}": result += "␡"
            case "\u{80}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case _: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
