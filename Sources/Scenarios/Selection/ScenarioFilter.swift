/// Which cases of the files are run.
public struct ScenarioFilter: Hashable, Sendable {
    /// Only scenarios with all of these tags; a tag after `!` must not be there.
    public var tags: [String]
    /// Only cases whose id or title has one of these parts, without regard to case.
    public var names: [String]
    /// Lines by path: of a file with a table only the case whose row stands at the line, where there is one.
    public var lines: [String: Int]

    public init(tags: [String] = [], names: [String] = [], lines: [String: Int] = [:]) {
        self.tags = tags
        self.names = names
        self.lines = lines
    }

    /// Parts paths from the lines that may follow them, as `Scenarios/settings.yaml:12`.
    public static func paths(_ arguments: [String]) -> (paths: [String], lines: [String: Int]) {
        var paths: [String] = []
        var lines: [String: Int] = [:]
        for argument in arguments {
            let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
            if parts.count > 1, let line = Int(parts[1]), parts.dropFirst(2).allSatisfy({ Int($0) != nil }) {
                let path = String(parts[0])
                paths.append(path)
                lines[path] = line
            } else {
                paths.append(argument)
            }
        }
        return (paths, lines)
    }

    private func takes(_ scenario: Scenario) -> Bool {
        tags.allSatisfy { tag in
            tag.hasPrefix("!") ? !scenario.tags.contains(String(tag.dropFirst())) : scenario.tags.contains(tag)
        }
    }

    /// The cases of a scenario that are to be run.
    func cases(of scenario: Scenario) -> [ScenarioCase] {
        guard takes(scenario) else { return [] }
        let named = scenario.cases.filter { scenarioCase in
            let words = (scenarioCase.id + " " + scenarioCase.title).lowercased()
            return names.isEmpty || names.contains { words.contains($0.lowercased()) }
        }
        guard let line = lines[scenario.path] else { return named }
        let atLine = named.filter { $0.rowPlace?.line == line }
        return atLine.isEmpty ? named : atLine
    }
}
