/// Makes steps of checked values.
struct StepBuilder {
    /// How deep groups and includes may lie in each other.
    private static let depthLimit = 32

    private let files: ScenarioFiles
    private let vocabulary: Vocabulary
    var checker: ShapeChecker
    /// The variables of the steps that are being read.
    var variables = Variables()
    /// The file of the scenario.
    private let path: String
    /// The includes that are open, the outermost first.
    private var inclusions: [Inclusion] = []
    /// The files that these include, in the same order.
    private var openFiles: [String] = []
    /// What was read of the files that were included so far; nil for one that cannot be read.
    private var includedFiles: [String: Located?] = [:]
    /// The files that steps name, whether they can be read or not.
    private(set) var namedFiles: Set<String> = []
    /// How many steps and includes there are so far, in all cases.
    private var stepCount = 0
    /// Where the verb that is being read stands.
    private var verbPlace: Place?

    /// More steps in all cases than this are a mistake: files that include each other twice double at each level.
    private static let stepLimit = 200_000

    init(files: ScenarioFiles, vocabulary: Vocabulary, checker: ShapeChecker, path: String) {
        self.files = files
        self.vocabulary = vocabulary
        self.checker = checker
        self.path = path
    }

    /// Whether there is no use in going on: too much is wrong, or there is too much of all.
    var isFull: Bool { checker.isFull || stepCount > Self.stepLimit }

    /// The steps of a list; what is wrong with them is in `checker`.
    mutating func steps(_ list: Located) -> [Step] {
        guard case .list(let elements) = list.content else { return [] }
        var steps: [Step] = []
        for element in elements where !isFull && !variables.isFull {
            stepCount += 1
            guard stepCount <= Self.stepLimit else {
                checker.report(
                    .tooMuch(limit: Self.stepLimit, what: "steps in all cases; look at what is included how often"),
                    at: element.place, in: element.path)
                break
            }
            if let step = step(substitute(in: element)) { steps.append(step) }
        }
        return steps
    }

    /// A step with all variables replaced, but for the steps within it, whose variables may be others by then.
    private mutating func substitute(in element: Located) -> Located {
        guard case .mapping(var entries) = element.content else { return variables.substitute(in: element) }
        for index in entries.indices {
            let value = entries[index].value
            let stepKeys = vocabulary[entries[index].key]?.argument.stepKeys ?? []
            guard case .mapping(var options) = value.content, !stepKeys.isEmpty else {
                entries[index].value = variables.substitute(in: value)
                continue
            }
            for option in options.indices where !stepKeys.contains(options[option].key) {
                options[option].value = variables.substitute(in: options[option].value)
            }
            entries[index].value.content = .mapping(options)
        }
        return Located(path: element.path, place: element.place, content: .mapping(entries))
    }

    /// The rows of a table that stands in a file of its own, relative to the file that the value stands in.
    ///
    /// - Returns: None when it cannot be read, which is reported.
    mutating func tableRows(ofFile value: Located, limit: Int) -> [TableRow] {
        guard let name = value.text else { return [] }
        let path = files.path(of: name, relativeTo: value.path)
        namedFiles.insert(path)
        do throws(ScenarioProblem) {
            let source = try files.read(path)
            checker.sources[path] = source
            var reader = CSVReader(source: source)
            let rows = reader.read(limit: limit)
            checker.add(reader.problems)
            return rows
        } catch {
            checker.report(error, namedBy: value)
            return []
        }
    }

    /// The bytes of a file that a value names, relative to the file that the value stands in.
    ///
    /// The files that steps need are read with the scenario, so that one that is missing is told before anything runs.
    ///
    /// - Returns: Nil when it cannot be read, which is reported.
    mutating func bytes(ofFile name: String, namedBy value: Located) -> [UInt8]? {
        let path = files.path(of: name, relativeTo: value.path)
        namedFiles.insert(path)
        do throws(ScenarioProblem) {
            return try files.bytes(of: path)
        } catch {
            checker.report(error, namedBy: value)
            return nil
        }
    }

    /// The steps of another file, with variables of their own.
    ///
    /// - Parameters:
    ///   - value: Where the file is named.
    ///   - given: The variables that the steps see besides those that are there.
    /// - Returns: Nil when it cannot be read, which is reported.
    mutating func steps(ofFile name: String, namedBy value: Located, with given: [Located.Entry]) -> [Step]? {
        let path = files.path(of: name, relativeTo: value.path)
        namedFiles.insert(path)
        guard !([self.path] + openFiles).contains(path) else {
            checker.report(.includeCycle([self.path] + openFiles + [path]), at: value.place, in: value.path)
            return nil
        }
        guard openFiles.count < Self.depthLimit else {
            checker.report(
                .tooMuch(limit: Self.depthLimit, what: "files that include one another"), at: value.place,
                in: value.path)
            return nil
        }
        guard let list = includedSteps(path, from: value) else { return nil }
        let inclusion = Inclusion(path: value.path, place: verbPlace ?? value.place)
        openFiles.append(path)
        inclusions.append(inclusion)
        defer {
            openFiles.removeLast()
            inclusions.removeLast()
        }
        var outer = variables
        variables = variables.including(given, at: inclusion)
        let steps = steps(list)
        outer.leave(variables)
        variables = outer
        return steps
    }

    /// Reports what is wrong with a step that has the right shape, at its verb.
    mutating func report(_ kind: ScenarioProblem.Kind, in value: Located) {
        checker.report(kind, at: verbPlace, in: value.path)
    }

    private mutating func step(_ value: Located) -> Step? {
        let path = value.path
        switch value.content {
        case .scalar(let word, _):
            guard let verb = vocabulary[word] else {
                checker.report(.unknownStep(word, known: vocabulary.names), at: value.place, in: path)
                return nil
            }
            guard verb.standsAlone else {
                checker.report(
                    .invalidText(word, expected: "a step such as \"\(verb.example)\"", reason: nil), at: value.place,
                    in: path)
                return nil
            }
            let argument = Located(path: path, place: value.place, content: .mapping([]))
            return verb.content(argument, &self).map { makeStep(value, $0) }
        case .deferred(let text):
            checker.report(.readWhileRunning(text.names, expected: "a step"), at: value.place, in: path)
            return nil
        case .list:
            checker.report(.wrongShape(expected: "a step", found: "a list"), at: value.place, in: path)
            return nil
        case .mapping(let entries):
            for entry in entries where vocabulary[entry.key] == nil {
                checker.report(.unknownStep(entry.key, known: vocabulary.names), at: entry.keyPlace, in: path)
            }
            let known = entries.filter { vocabulary[$0.key] != nil }
            if known.count > 1 {
                checker.report(
                    .severalChoices(known.map(\.key), context: "a step"), at: known[1].keyPlace, in: path)
            }
            guard let entry = known.first, let verb = vocabulary[entry.key], entries.count == 1 else { return nil }
            return step(value, entry, verb)
        }
    }

    private mutating func step(_ value: Located, _ entry: Located.Entry, _ verb: Verb) -> Step? {
        let problemCount = checker.problems.count
        checker.check(entry, verb.argument)
        guard checker.problems.count == problemCount else { return nil }
        verbPlace = entry.keyPlace
        if !verb.isRead, entry.value.isDeferred {
            return makeStep(value, .deferred(DeferredStep(verb: verb, argument: entry, files: files)))
        }
        let content = verb.content(entry.value, &self)
        // What fits its shape and still makes no step, such as a flash without a key, would be passed over in silence.
        if content == nil, checker.problems.count == problemCount {
            checker.report(.nothingAsked(step: verb.name), at: entry.keyPlace, in: value.path)
        }
        return content.map { makeStep(value, $0) }
    }

    private func makeStep(_ value: Located, _ content: Step.Content) -> Step {
        Step(
            path: value.path, place: value.place, source: StepSpelling.text(of: value), content: content,
            inclusions: inclusions)
    }

    /// The steps of an included file, which is read once however often it is included.
    private mutating func includedSteps(_ path: String, from value: Located) -> Located? {
        if let known = includedFiles[path] { return known }
        namedFiles.insert(path)
        includedFiles[path] = .some(nil)
        do throws(ScenarioProblem) {
            let source = try files.read(path)
            checker.sources[path] = source
            var reader = YAMLReader(source: source)
            let root = reader.read()
            checker.add(reader.problems)
            let list = root.flatMap { includedSteps($0) }
            includedFiles[path] = .some(list)
            return list
        } catch {
            checker.report(error, namedBy: value)
            return nil
        }
    }

    /// The steps of an included file: a list, or a mapping that has them under `steps`.
    private mutating func includedSteps(_ root: Located) -> Located? {
        if case .list(let steps) = root.content {
            if steps.isEmpty { checker.report(.emptySteps, at: root.place, in: root.path) }
            return root
        }
        if root[PartFile.scenarioKey] != nil {
            checker.report(.includedScenario, at: root.place, in: root.path)
            return nil
        }
        checker.check(root, .mapping(PartFile.mapping))
        return root[PartFile.steps.name]
    }
}

extension ShapeChecker {
    /// Reports that a file cannot be used: in the file where that is known, else where it is named.
    fileprivate mutating func report(_ problem: ScenarioProblem, namedBy value: Located) {
        if problem.place != nil {
            add([problem])
        } else {
            report(problem.kind, at: value.place, in: value.path)
        }
    }
}

/// Writes a step in one line for reports.
private enum StepSpelling {
    private static let limit = 120

    static func text(of step: Located) -> String {
        let full =
            switch step.content {
            case .scalar(let text, _): text
            case .deferred(let text): text.spelling
            case .list: "[...]"
            case .mapping(let entries): entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ")
            }
        return full.count > limit ? full.prefix(limit - 1) + "…" : full
    }

    private static func flow(_ value: Located) -> String {
        switch value.content {
        case .scalar(let text, let isPlain): isPlain ? text : TargetSpelling.quoted(text)
        case .deferred(let text): "\"\(text.spelling)\""
        case .list(let elements): "[\(elements.map(flow).joined(separator: ", "))]"
        case .mapping(let entries):
            "{ \(entries.map { "\(TargetSpelling.quoted($0.key)): \(flow($0.value))" }.joined(separator: ", ")) }"
        }
    }
}
