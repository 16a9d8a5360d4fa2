import LiveClient

/// Reads and checks one scenario file and collects all that is wrong with it.
package struct ScenarioReader {
    /// What came of a file.
    package struct Result {
        /// Nil when something is wrong.
        package let scenario: Scenario?
        package let problems: [ScenarioProblem]
        /// The file and all that it includes, for printing the problems.
        package let sources: [SourceText]
        /// The names of the variables that the file declares or asks for.
        let variables: Set<String>
    }

    private let files: ScenarioFiles
    /// Variables from the command line, which win over those of the file.
    let settings: [String: String]

    /// - Parameter settings: Variables that win over those of the files.
    package init(files: ScenarioFiles = ScenarioFiles(), settings: [String: String] = [:]) {
        self.files = files
        self.settings = settings
    }

    package func read(path: String) -> Result {
        do throws(ScenarioProblem) {
            return read(try files.read(path))
        } catch {
            return Result(scenario: nil, problems: [error], sources: [], variables: [])
        }
    }

    package func read(text: String, path: String) -> Result { read(SourceText(path: path, text: text)) }

    private func read(_ source: SourceText) -> Result {
        var reader = YAMLReader(source: source)
        let root = reader.read()
        var checker = ShapeChecker(sources: [source.path: source])
        checker.add(reader.problems)
        guard let root, checker.problems.isEmpty else {
            return Result(scenario: nil, problems: checker.problems, sources: [source], variables: [])
        }
        checker.allowsVariables = true
        checker.check(root, .options(Header.options))
        checker.allowsVariables = false
        var builder = StepBuilder(files: files, checker: checker, path: root.path)
        var variables: Set<String> = []
        let scenario = scenario(root, lastLine: source.lastLine, &builder, &variables)
        checker = builder.checker
        let isRight = checker.problems.isEmpty
        return Result(
            scenario: isRight ? scenario : nil,
            problems: checker.problems.sorted { left, right in
                (left.path, left.place ?? Place(line: 0, column: 0))
                    < (right.path, right.place ?? Place(line: 0, column: 0))
            }, sources: Array(checker.sources.values), variables: variables)
    }

    private func scenario(
        _ root: Located, lastLine: Int, _ builder: inout StepBuilder, _ known: inout Set<String>
    ) -> Scenario {
        var cases: [ScenarioCase] = []
        if CaseTable.count(root) > CaseTable.limit {
            let place = root.entries.first { $0.key == "matrix" }?.keyPlace
            builder.checker.report(.tooMuch(limit: CaseTable.limit, what: "cases"), at: place, in: root.path)
        } else {
            var constants = constants(root)
            builder.checker.add(constants.problems)
            known.formUnion((root["vars"]?.entries ?? []).map(\.key))
            for (index, row) in CaseTable(root).rows.enumerated() where !builder.isFull && !constants.isFull {
                cases.append(makeCase(root, row, number: index + 1, &constants, &builder, &known))
            }
            builder.checker.add(CaseTable.problems(of: root, variables: known))
        }
        // A key of the header is no variable, though a table may give it a value.
        known.formUnion(CaseTable.columns(of: root).subtracting(Header.world.map(\.name)))
        return Scenario(
            path: root.path, title: root["scenario"]?.text ?? "", about: root["about"]?.text,
            tags: root["tags"]?.elements.compactMap(\.text) ?? [], skip: root["skip"]?.text, fails: root["fails"]?.text,
            cases: cases, lines: 1...max(1, lastLine))
    }

    private func makeCase(
        _ root: Located, _ row: CaseTable.Row, number: Int, _ constants: inout Variables, _ builder: inout StepBuilder,
        _ known: inout Set<String>
    ) -> ScenarioCase {
        var variables = constants
        variables.set("case.index", as: constant(String(number), isPlain: true, root))
        variables.set(row.values.filter { settings[$0.key] == nil })
        var world = World()
        for option in Header.world {
            guard let written = row.values[option.name] ?? root[option.name] else { continue }
            let value = variables.substitute(in: written)
            builder.checker.check(value, option.shape)
            world.set(option.name, to: value)
        }
        let title = root["scenario"].map { variables.substitute(in: $0) }?.text ?? ""
        let steps = root["steps"].map { builder.steps($0, &variables) } ?? []
        builder.checker.add(variables.problems)
        known.formUnion(variables.used.union(constants.used))
        constants.takeWeight(of: variables)
        return ScenarioCase(
            id: root.path + (row.name.map { "#\($0)" } ?? ""), title: title, rowLines: row.lines, world: world,
            steps: steps)
    }

    /// The variables of all cases: those of the file, in whose values the ones before may stand, and those from outside,
    /// which win.
    private func constants(_ root: Located) -> Variables {
        var variables = Variables()
        for (name, value) in settings { variables.set(name, as: constant(value, isPlain: false, root)) }
        let declared = root["vars"]?.entries ?? []
        for entry in declared where settings[entry.key] == nil { variables.set([entry.key: entry.value]) }
        return variables
    }

    private func constant(_ text: String, isPlain: Bool, _ root: Located) -> Located {
        Located(path: root.path, place: root.place, content: .scalar(text, isPlain: isPlain))
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
