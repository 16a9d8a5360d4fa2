import LiveProtocol

/// Which cases of the files are run.
package struct ScenarioFilter: Hashable, Sendable {
    /// Only scenarios with all of these tags; a tag after `!` must not be there.
    package var tags: [String]
    /// Only cases whose id or title has one of these parts, without regard to case.
    package var names: [String]

    package init(tags: [String] = [], names: [String] = []) {
        self.tags = tags
        self.names = names
    }

    /// The cases of a scenario that are to be run.
    ///
    /// - Parameter lines: The lines at which they stand; nil for all.
    func cases(of scenario: Scenario, at lines: [SourceLine]?) -> [ScenarioCase] {
        guard takes(scenario) else { return [] }
        return scenario.cases.filter { scenarioCase in
            (names.isEmpty || names.contains { Self.isNamed(scenarioCase, $0) })
                && (lines?.contains { scenario.stands(scenarioCase, at: $0) } ?? true)
        }
    }

    /// What of the filter fits nothing at all, and so is a mistake.
    func problems(among scenarios: [Scenario]) -> [ScenarioProblem] {
        let known = Set(scenarios.flatMap(\.tags))
        var problems: [ScenarioProblem] = []
        for tag in tags.map({ $0.hasPrefix("!") ? String($0.dropFirst()) : $0 }) where !known.contains(tag) {
            problems.append(ScenarioProblem(path: "--tag", place: nil, kind: .unknownTag(tag, known: known.sorted())))
        }
        for name in names where !scenarios.contains(where: { $0.cases.contains { Self.isNamed($0, name) } }) {
            problems.append(ScenarioProblem(path: "--name", place: nil, kind: .unknownName(name)))
        }
        return problems
    }

    private func takes(_ scenario: Scenario) -> Bool {
        tags.allSatisfy { tag in
            tag.hasPrefix("!") ? !scenario.tags.contains(String(tag.dropFirst())) : scenario.tags.contains(tag)
        }
    }

    private static func isNamed(_ scenarioCase: ScenarioCase, _ name: String) -> Bool {
        (scenarioCase.id + " " + scenarioCase.title).lowercased().contains(name.lowercased())
    }
}

extension Scenario {
    /// The rows of the table.
    private var rows: [SourceLines] {
        Set(cases.compactMap(\.row)).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    }

    /// Whether a case stands at a line: its row of the table, or what all cases share.
    fileprivate func stands(_ scenarioCase: ScenarioCase, at line: SourceLine) -> Bool {
        if rows.contains(where: { $0.contains(line) }) { return scenarioCase.row?.contains(line) == true }
        return line.path == path && lines.contains(line.line)
    }

    /// What is wrong with lines at which no case stands.
    func problems(at chosen: [SourceLine]) -> [ScenarioProblem] {
        chosen.filter { line in
            !(line.path == path && lines.contains(line.line)) && !rows.contains { $0.contains(line) }
        }.map { line in
            let rows = rows.filter { $0.path == line.path }.map(\.lines)
            let last = line.path == path ? lines.upperBound : rows.map(\.upperBound).max() ?? 1
            return ScenarioProblem(
                path: line.path, place: nil, kind: .noCaseAtLine(line.line, of: last, rows: rows.map(\.lowerBound)))
        }
    }
}
