/// Reads and checks one scenario file and collects all that is wrong with it.
public struct ScenarioReader: Sendable {
    /// What came of a file.
    public struct Result {
        /// The scenario; nil when something is wrong.
        public let scenario: Scenario?
        /// All that is wrong, sorted by place.
        package let problems: [ScenarioProblem]
        /// What is not wrong and still to be told, sorted by place.
        package var warnings: [ScenarioProblem] = []
        /// The file and all that it includes, for printing the problems.
        package var sources: [SourceText] = []
        /// Whether it has no `scenario`, so that it is nothing wrong with it when another file includes it.
        var isPart = false
        /// The files that it includes, and those that these include, and whatever else it needs.
        var namedFiles: Set<String> = []
        /// The names of the variables that its steps ask for.
        var variables: Set<String> = []
        /// Those of the command line that its steps ask for.
        var usedSettings: Set<String> = []
    }

    private let files: ScenarioFiles
    /// Variables from the command line, which win over those of the file.
    let settings: [String: String]
    /// The variables of the environment that are open to scenarios; nil for one that is not there.
    private let environment: [String: String?]

    /// Reads files of the disk, with no variables but theirs.
    public init() { self.init(files: ScenarioFiles(), settings: [:]) }

    /// - Parameters:
    ///   - files: Where files are read from.
    ///   - settings: Variables that win over those of the files.
    ///   - environment: The variables of the environment that are open to scenarios; nil for one that is not there.
    package init(
        files: ScenarioFiles = ScenarioFiles(), settings: [String: String] = [:], environment: [String: String?] = [:]
    ) {
        self.files = files
        self.settings = settings
        self.environment = environment
    }

    /// Reads a file.
    package func read(path: String) -> Result {
        do throws(ScenarioProblem) {
            return read(try files.read(path))
        } catch {
            return Result(scenario: nil, problems: [error])
        }
    }

    /// Reads a text that stands for a file.
    ///
    /// - Parameter path: What the file is called in messages; what it includes lies relative to it.
    public func read(text: String, path: String) -> Result { read(SourceText(path: path, text: text)) }

    private func read(_ source: SourceText) -> Result {
        var reader = YAMLReader(source: source)
        let root = reader.read()
        var checker = ShapeChecker(sources: [source.path: source])
        checker.add(reader.problems)
        guard let root, checker.problems.isEmpty else {
            return Result(scenario: nil, problems: checker.problems, sources: [source])
        }
        if PartFile.describes(root) {
            let problem = ScenarioProblem(path: root.path, place: root.place, kind: .partAlone)
            return Result(scenario: nil, problems: [problem], sources: [source], isPart: true)
        }
        checker.allowsVariables = true
        checker.check(root, .mapping(Header.mapping))
        checker.allowsVariables = false
        var builder = StepBuilder(files: files, vocabulary: .standard, checker: checker, path: root.path)
        var use = VariableUse()
        let scenario = scenario(root, lastLine: source.lastLine, &builder, &use)
        checker = builder.checker
        let isRight = checker.problems.isEmpty
        return Result(
            scenario: isRight ? scenario : nil, problems: checker.problems.sorted,
            warnings: isRight ? use.warnings(except: Header.worldNames.union(settings.keys)).sorted : [],
            sources: Array(checker.sources.values), isPart: root[Header.title.name] == nil,
            namedFiles: builder.namedFiles,
            variables: use.names, usedSettings: use.usedSettings)
    }

    private func scenario(
        _ root: Located, lastLine: Int, _ builder: inout StepBuilder, _ use: inout VariableUse
    ) -> Scenario {
        var constants = constants(root)
        let table = CaseTable(root, table: tableRows(root, &constants, &builder))
        let summary = summary(root, &constants, &builder)
        builder.checker.add(constants.problems)
        use.formUnion(constants.use)
        var cases: [ScenarioCase] = []
        if table.count > CaseTable.limit {
            let keys = [Header.matrix.name, Header.table.name]
            let place = root.entries.first { keys.contains($0.key) }?.keyPlace
            builder.checker.report(.tooMuch(limit: CaseTable.limit, what: "cases"), at: place, in: root.path)
        } else {
            var names: Set<String> = []
            for (index, row) in table.rows.enumerated() where !builder.isFull && !constants.isFull {
                if let name = row.name, !names.insert(name).inserted {
                    let place = row[VariableUse.caseName] ?? row.combination.last?.value
                    builder.checker.report(.sameCase(name), at: place?.place, in: place?.path ?? root.path)
                }
                cases.append(makeCase(root, row, number: index + 1, &constants, &builder, &use))
            }
            builder.checker.add(table.problems(of: root, use))
        }
        return Scenario(
            path: root.path, title: root[Header.title] ?? "", about: summary[Header.about],
            tags: summary[Header.tags] ?? [], skip: summary[Header.skip], fails: summary[Header.fails],
            cases: cases, lines: 1...max(1, lastLine))
    }

    /// The rows of the table, wherever they stand; nil without a table.
    private func tableRows(
        _ root: Located, _ constants: inout Variables, _ builder: inout StepBuilder
    ) -> [TableRow]? {
        guard let table = root[Header.table.name] else { return nil }
        if let file = table[Header.tableFile.name] {
            return builder.tableRows(ofFile: constants.substitute(in: file), limit: CaseTable.limit + 1)
        }
        return table.elements.map { row in
            TableRow(entries: row.entries, lines: SourceLines(path: row.path, lines: row.lines))
        }
    }

    /// The keys that are the same for all cases, in which the variables of all cases may stand.
    private func summary(_ root: Located, _ constants: inout Variables, _ builder: inout StepBuilder) -> Located {
        var entries: [Located.Entry] = []
        for key in [Header.about.key, Header.tags.key, Header.skip.key, Header.fails.key] {
            guard var entry = root.entries.first(where: { $0.key == key.name }) else { continue }
            entry.value = constants.substitute(in: entry.value)
            builder.checker.check(entry.value, key.shape)
            entries.append(entry)
        }
        if let fails = entries.first(where: { $0.key == Header.fails.name }), root[Header.skip.name] != nil {
            let kind = ScenarioProblem.Kind.noEffect(fails.key, reason: "the scenario is not run")
            builder.checker.report(kind, at: fails.keyPlace, in: root.path)
        }
        return Located(path: root.path, place: root.place, content: .mapping(entries))
    }

    private func makeCase(
        _ root: Located, _ row: CaseTable.Row, number: Int, _ constants: inout Variables, _ builder: inout StepBuilder,
        _ use: inout VariableUse
    ) -> ScenarioCase {
        var variables = constants
        variables.set(VariableUse.caseIndex, as: constant(String(number), isPlain: true, root))
        variables.declare(row.columns.filter { settings[$0.key] == nil }, origin: .table)
        variables.declare(row.combination.filter { settings[$0.key] == nil }, origin: .matrix)
        var world = World()
        var ownProcessKeys: [OwnProcessKey] = []
        for option in Header.world {
            guard let written = row[option.key.name] ?? root[option.key.name] else { continue }
            let value = variables.substitute(in: written)
            builder.checker.check(value, option.key.shape)
            option.set(value, &world)
            if let reason = option.ownProcessReason(value) {
                let source = "\(option.key.name): \(value.text ?? "")"
                let step = Step(
                    path: written.path, place: written.place, source: source, content: .group(name: nil, []))
                ownProcessKeys.append(OwnProcessKey(reason: reason, step: step))
            }
        }
        let title = root[Header.title.name].map { variables.substitute(in: $0) }?.text ?? ""
        builder.variables = variables
        let steps = root[Header.steps].map { builder.steps($0) } ?? []
        variables = builder.variables
        builder.checker.add(variables.problems)
        use.formUnion(variables.use)
        constants.takeWeight(of: variables)
        return ScenarioCase(
            id: root.path + (row.name.map { "#\($0)" } ?? ""), title: title, row: row.lines, world: world,
            ownProcessKeys: ownProcessKeys, steps: steps)
    }

    /// The variables of all cases: those of the file, in whose values the ones before may stand, and those from outside,
    /// which win.
    private func constants(_ root: Located) -> Variables {
        var variables = Variables(environment: environment)
        for (name, value) in settings {
            variables.set(name, as: constant(value, isPlain: false, root), setting: true)
        }
        for entry in root[Header.variables.name]?.entries ?? [] where settings[entry.key] == nil {
            variables.declare([entry], origin: .header)
        }
        return variables
    }

    private func constant(_ text: String, isPlain: Bool, _ root: Located) -> Located {
        Located(path: root.path, place: root.place, content: .scalar(text, isPlain: isPlain))
    }
}
