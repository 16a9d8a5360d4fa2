/// Reads and checks one scenario file and collects all that is wrong with it.
public struct ScenarioReader: Sendable {
    /// What came of a file.
    public struct Result {
        /// The scenario; nil when something is wrong.
        public let scenario: Scenario?
        /// All that is wrong, sorted by place.
        package let problems: [ScenarioProblem]
        /// The file and all that it includes, for printing the problems.
        package let sources: [SourceText]
        /// The names of the variables that the file declares or asks for.
        let variables: Set<String>
        /// The files besides it that its steps name, whether they can be read or not.
        var namedFiles: Set<String> = []
    }

    private let files: ScenarioFiles
    /// Variables from the command line, which win over those of the file.
    let settings: [String: String]

    /// Reads files of the disk, with no variables but theirs.
    public init() { self.init(files: ScenarioFiles(), settings: [:]) }

    /// - Parameters:
    ///   - files: Where files are read from.
    ///   - settings: Variables that win over those of the files.
    package init(files: ScenarioFiles = ScenarioFiles(), settings: [String: String] = [:]) {
        self.files = files
        self.settings = settings
    }

    /// Reads a file.
    package func read(path: String) -> Result {
        do throws(ScenarioProblem) {
            return read(try files.read(path))
        } catch {
            return Result(scenario: nil, problems: [error], sources: [], variables: [])
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
            return Result(scenario: nil, problems: checker.problems, sources: [source], variables: [])
        }
        checker.allowsVariables = true
        checker.check(root, .mapping(Header.mapping))
        checker.allowsVariables = false
        var builder = StepBuilder(files: files, vocabulary: .standard, checker: checker, path: root.path)
        var variables: Set<String> = []
        let scenario = scenario(root, lastLine: source.lastLine, &builder, &variables)
        checker = builder.checker
        let isRight = checker.problems.isEmpty
        return Result(
            scenario: isRight ? scenario : nil,
            problems: checker.problems.sorted { left, right in
                (left.path, left.place ?? Place(line: 0, column: 0))
                    < (right.path, right.place ?? Place(line: 0, column: 0))
            }, sources: Array(checker.sources.values), variables: variables,
            namedFiles: builder.namedFiles)
    }

    private func scenario(
        _ root: Located, lastLine: Int, _ builder: inout StepBuilder, _ known: inout Set<String>
    ) -> Scenario {
        var cases: [ScenarioCase] = []
        if CaseTable.count(root) > CaseTable.limit {
            let place = root.entries.first { $0.key == Header.matrix.name }?.keyPlace
            builder.checker.report(.tooMuch(limit: CaseTable.limit, what: "cases"), at: place, in: root.path)
        } else {
            var constants = constants(root)
            builder.checker.add(constants.problems)
            known.formUnion((root[Header.variables] ?? []).map(\.key))
            for (index, row) in CaseTable(root).rows.enumerated() where !builder.isFull && !constants.isFull {
                cases.append(makeCase(root, row, number: index + 1, &constants, &builder, &known))
            }
            builder.checker.add(CaseTable.problems(of: root, variables: known))
        }
        // A key of the header is no variable, though a table may give it a value.
        known.formUnion(CaseTable.columns(of: root).subtracting(Header.world.map(\.key.name)))
        return Scenario(
            path: root.path, title: root[Header.title] ?? "", about: root[Header.about], tags: root[Header.tags] ?? [],
            skip: root[Header.skip], fails: root[Header.fails],
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
        var ownProcessKey: Step?
        for option in Header.world {
            guard let written = row.values[option.key.name] ?? root[option.key.name] else { continue }
            let value = variables.substitute(in: written)
            builder.checker.check(value, option.key.shape)
            option.set(value, &world)
            if option.needsOwnProcess {
                let source = "\(option.key.name): \(value.text ?? "")"
                ownProcessKey = Step(
                    path: written.path, place: written.place, source: source, content: .group(name: nil, []))
            }
        }
        let title = root[Header.title.name].map { variables.substitute(in: $0) }?.text ?? ""
        builder.variables = variables
        let steps = root[Header.steps].map { builder.steps($0) } ?? []
        variables = builder.variables
        builder.checker.add(variables.problems)
        known.formUnion(variables.used.union(constants.used))
        constants.takeWeight(of: variables)
        return ScenarioCase(
            id: root.path + (row.name.map { "#\($0)" } ?? ""), title: title, rowLines: row.lines, world: world,
            ownProcessKey: ownProcessKey, steps: steps)
    }

    /// The variables of all cases: those of the file, in whose values the ones before may stand, and those from outside,
    /// which win.
    private func constants(_ root: Located) -> Variables {
        var variables = Variables()
        for (name, value) in settings { variables.set(name, as: constant(value, isPlain: false, root)) }
        for (name, value) in root[Header.variables] ?? [] where settings[name] == nil { variables.set([name: value]) }
        return variables
    }

    private func constant(_ text: String, isPlain: Bool, _ root: Located) -> Located {
        Located(path: root.path, place: root.place, content: .scalar(text, isPlain: isPlain))
    }
}
