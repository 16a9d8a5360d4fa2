import LiveClient

/// Reads and checks one scenario file and collects all that is wrong with it.
public struct ScenarioReader {
    /// What came of a file.
    public struct Result {
        /// Nil when something is wrong.
        public let scenario: Scenario?
        public let problems: [ScenarioProblem]
        /// The file and all that it includes, for printing the problems.
        public let sources: [SourceText]
    }

    private let files: ScenarioFiles
    /// Variables from the command line, which win over those of the file.
    private let settings: [String: String]

    /// - Parameter settings: Variables that win over those of the files.
    public init(files: ScenarioFiles = ScenarioFiles(), settings: [String: String] = [:]) {
        self.files = files
        self.settings = settings
    }

    public func read(path: String) -> Result {
        do throws(ScenarioProblem) {
            return read(try files.read(path))
        } catch {
            return Result(scenario: nil, problems: [error], sources: [])
        }
    }

    public func read(text: String, path: String) -> Result { read(SourceText(path: path, text: text)) }

    private func read(_ source: SourceText) -> Result {
        var reader = YAMLReader(source: source)
        let root = reader.read()
        var checker = ShapeChecker(sources: [source.path: source])
        checker.add(reader.problems)
        guard let root, checker.problems.isEmpty else {
            return Result(scenario: nil, problems: checker.problems, sources: [source])
        }
        checker.allowsVariables = true
        checker.check(root, .options(Header.options))
        checker.allowsVariables = false
        let scenario = scenario(root, &checker)
        let isRight = checker.problems.isEmpty
        return Result(
            scenario: isRight ? scenario : nil,
            problems: checker.problems.sorted { left, right in
                (left.path, left.place ?? Place(line: 0, column: 0))
                    < (right.path, right.place ?? Place(line: 0, column: 0))
            }, sources: Array(checker.sources.values))
    }

    private func scenario(_ root: Located, _ checker: inout ShapeChecker) -> Scenario {
        var cases: [ScenarioCase] = []
        if CaseTable.count(root) > CaseTable.limit {
            let place = root.entries.first { $0.key == "matrix" }?.keyPlace
            checker.report(.syntax("more than \(CaseTable.limit) cases"), at: place, in: root.path)
        } else {
            for (index, row) in CaseTable(root).rows.enumerated() {
                cases.append(makeCase(root, row, number: index + 1, &checker))
            }
        }
        return Scenario(
            path: root.path, title: root["scenario"]?.text ?? "", about: root["about"]?.text,
            tags: root["tags"]?.elements.compactMap(\.text) ?? [], skip: root["skip"]?.text, fails: root["fails"]?.text,
            cases: cases)
    }

    private func makeCase(
        _ root: Located, _ row: CaseTable.Row, number: Int, _ checker: inout ShapeChecker
    ) -> ScenarioCase {
        var variables = variables(root, row, number: number)
        var world = World()
        for option in Header.world {
            guard let written = row.values[option.name] ?? root[option.name] else { continue }
            let value = variables.substitute(in: written)
            checker.check(value, option.shape)
            world.set(option.name, to: value)
        }
        let title = root["scenario"].map { variables.substitute(in: $0) }?.text ?? ""
        var builder = StepBuilder(files: files, checker: checker, path: root.path)
        let steps = root["steps"].map { builder.steps($0, &variables) } ?? []
        checker = builder.checker
        checker.add(variables.problems)
        return ScenarioCase(
            id: root.path + (row.name.map { "#\($0)" } ?? ""), title: title, rowPlace: row.place, world: world,
            steps: steps)
    }

    private func variables(_ root: Located, _ row: CaseTable.Row, number: Int) -> Variables {
        func constant(_ text: String, isPlain: Bool) -> Located {
            Located(path: root.path, place: root.place, content: .scalar(text, isPlain: isPlain))
        }
        var values = ["case.index": constant(String(number), isPlain: true)]
        for entry in root["vars"]?.entries ?? [] { values[entry.key] = entry.value }
        values.merge(row.values) { _, ofRow in ofRow }
        for (name, value) in settings { values[name] = constant(value, isPlain: false) }
        return Variables(values)
    }
}

extension World {
    /// Takes the checked value of a header key.
    fileprivate mutating func set(_ name: String, to value: Located) {
        switch name {
        case "size": size = value.text.flatMap(ScenarioTexts.size) ?? size
        case "color": color = value.text.flatMap(Color.init) ?? color
        case "seed": seed = value.integer ?? seed
        case "lint":
            for entry in value.entries {
                guard let rule = Diagnostic.Rule(rawValue: entry.key), let text = entry.value.text else { continue }
                lint[rule] = LintLevel(rawValue: text)
            }
        case "clock": clock = value.text.flatMap(ScenarioTexts.moment) ?? clock
        case _: break
        }
    }
}
