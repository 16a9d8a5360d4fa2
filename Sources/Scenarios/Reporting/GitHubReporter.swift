/// Reports as annotations of GitHub's: failures and warnings, each at its place in its file.
package struct GitHubReporter: Reporter {
    private var lines = ""

    package init() {}

    package mutating func begin(_ run: RunBeginning) -> String { "" }

    /// All are given in the end, so that they stand in no other report's way.
    package mutating func add(_ ended: EndedCase) -> String {
        let result = ended.result
        for problem in result.problems {
            let message = ([problem.step].compactMap(\.self) + problem.message).joined(separator: "\n")
            lines += Self.line("error", problem.path, problem.place, title: result.title, message)
        }
        for warning in result.warnings {
            for finding in warning.findings {
                lines += Self.line(
                    "warning", warning.step.path, warning.step.place, title: result.title,
                    "\(finding.rule.rawValue): \(finding.message)")
            }
        }
        return ""
    }

    package mutating func end(_ run: RunEnding) -> String {
        let stop = ReportTexts.words(run.stop).map { "::error::\(Self.data("\($0), \(run.notRun) not run"))\n" } ?? ""
        return lines + stop
    }

    private static func line(
        _ level: String, _ path: String, _ place: Place?, title: String, _ message: String
    ) -> String {
        let place = place ?? Place(line: 1, column: 1)
        return "::\(level) file=\(property(path)),line=\(place.line),col=\(place.column),title=\(property(title))"
            + "::\(data(message))\n"
    }

    /// A message as GitHub's runner reads it: one line.
    private static func data(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case _: escaped.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
            }
        }
        return escaped
    }

    /// A property: what ends one is escaped as well.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
