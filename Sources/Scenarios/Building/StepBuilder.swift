/// Makes steps of checked values.
struct StepBuilder {
    /// How deep groups and includes may lie in each other.
    private static let depthLimit = 32

    private let files: ScenarioFiles
    var checker: ShapeChecker
    /// The included files that are open, the outermost first.
    private var openFiles: [String]
    /// What was read of the files that were included so far; nil for one that cannot be read.
    private var includedFiles: [String: Located?] = [:]
    /// How many steps and includes there are so far, in all cases.
    private var stepCount = 0

    /// More steps in all cases than this are a mistake: files that include each other twice double at each level.
    private static let stepLimit = 200_000

    init(files: ScenarioFiles, checker: ShapeChecker, path: String) {
        self.files = files
        self.checker = checker
        openFiles = [path]
    }

    /// Whether there is no use in going on: too much is wrong, or there is too much of all.
    var isFull: Bool { checker.isFull || stepCount > Self.stepLimit }

    /// The steps of a list; what is wrong with them is in `checker`.
    mutating func steps(_ list: Located, _ variables: inout Variables) -> [Step] {
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
            let value = variables.substitute(in: element)
            if let step = step(value, &variables) { steps.append(step) }
        }
        return steps
    }

    private mutating func step(_ value: Located, _ variables: inout Variables) -> Step? {
        let path = value.path
        switch value.content {
        case .scalar(let word, _):
            guard let verb = Verb.byName[word] else {
                checker.report(.unknownStep(word, known: Verb.names), at: value.place, in: path)
                return nil
            }
            guard verb.standsAlone else {
                checker.report(
                    .invalidText(word, expected: "a step such as \"\(verb.example)\"", reason: nil), at: value.place,
                    in: path)
                return nil
            }
            let argument = Located(path: path, place: value.place, content: .mapping([]))
            return verb.make(argument).map { Step(path: path, place: value.place, source: word, action: $0) }
        case .list:
            checker.report(.wrongShape(expected: "a step", found: "a list"), at: value.place, in: path)
            return nil
        case .mapping(let entries):
            for entry in entries where Verb.byName[entry.key] == nil {
                checker.report(.unknownStep(entry.key, known: Verb.names), at: entry.keyPlace, in: path)
            }
            let known = entries.filter { Verb.byName[$0.key] != nil }
            if known.count > 1 {
                checker.report(
                    .severalChoices(known.map(\.key), context: "a step"), at: known[1].keyPlace, in: path)
            }
            guard let entry = known.first, let verb = Verb.byName[entry.key], entries.count == 1 else { return nil }
            return step(value, entry, verb, &variables)
        }
    }

    private mutating func step(
        _ value: Located, _ entry: Located.Entry, _ verb: Verb, _ variables: inout Variables
    ) -> Step? {
        let problemCount = checker.problems.count
        checker.check(entry, verb.argument)
        guard checker.problems.count == problemCount else { return nil }
        let action: Step.Action? =
            switch verb.name {
            case "group": group(entry.value, &variables)
            case "include": include(entry.value, &variables)
            case "upload": upload(entry.value)
            case _: verb.make(entry.value)
            }
        // What fits its shape and still makes no step, such as a flash without a key, would be passed over in silence.
        if action == nil, checker.problems.count == problemCount {
            checker.report(.nothingAsked(step: verb.name), at: entry.keyPlace, in: value.path)
        }
        if case .press(let keys)? = action, keys.count > Step.inputLimit {
            checker.report(
                .tooMuch(limit: Step.inputLimit, what: "keys in one step"), at: entry.keyPlace, in: value.path)
            return nil
        }
        let source = StepSpelling.text(of: value)
        return action.map { Step(path: value.path, place: value.place, source: source, action: $0) }
    }

    private mutating func group(_ value: Located, _ variables: inout Variables) -> Step.Action? {
        guard let list = value["steps"] else { return nil }
        return .group(name: value["name"]?.text, steps(list, &variables))
    }

    /// The files of an upload are read with the scenario, so that one that is missing is told before anything runs.
    private mutating func upload(_ value: Located) -> Step.Action? {
        guard let target = TargetReader.target(value), let list = value["files"]?.elements else { return nil }
        let chosen = list.compactMap { file($0) }
        return chosen.count == list.count ? .upload(target, files: chosen) : nil
    }

    private mutating func file(_ value: Located) -> UploadFile? {
        if let name = value["name"]?.text {
            let content: UploadFile.Content =
                if let size = value["size"]?.integer {
                    .generated(size: size)
                } else {
                    .bytes(Array((value["content"]?.text ?? "").utf8))
                }
            return UploadFile(name: name, type: value["type"]?.text, content: content)
        }
        guard let name = value.text else { return nil }
        do throws(ScenarioProblem) {
            let bytes = try files.bytes(of: files.path(of: name, relativeTo: value.path))
            return UploadFile(
                name: name.split(separator: "/").last.map(String.init) ?? name, content: .bytes(bytes))
        } catch {
            checker.report(error.kind, at: value.place, in: value.path)
            return nil
        }
    }

    private mutating func include(_ value: Located, _ variables: inout Variables) -> Step.Action? {
        guard let fileValue = value.text == nil ? value["file"] : value, let name = fileValue.text else { return nil }
        let path = files.path(of: name, relativeTo: value.path)
        guard !openFiles.contains(path), openFiles.count < Self.depthLimit else {
            checker.report(.includeCycle(openFiles + [path]), at: fileValue.place, in: value.path)
            return nil
        }
        guard let list = includedSteps(path, from: fileValue) else { return nil }
        openFiles.append(path)
        defer { openFiles.removeLast() }
        let given = value["vars"]?.entries.map { ($0.key, $0.value) } ?? []
        var inner = variables.adding(Dictionary(given) { first, _ in first })
        let steps = steps(list, &inner)
        variables.take(inner)
        return .group(name: nil, steps)
    }

    /// The steps of an included file, which is read once however often it is included.
    private mutating func includedSteps(_ path: String, from value: Located) -> Located? {
        if let known = includedFiles[path] { return known }
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
            checker.report(error.kind, at: value.place, in: value.path)
            return nil
        }
    }

    /// The steps of an included file: a list, or a mapping that has them under `steps`.
    private mutating func includedSteps(_ root: Located) -> Located? {
        if case .list(let steps) = root.content {
            if steps.isEmpty { checker.report(.emptySteps, at: root.place, in: root.path) }
            return root
        }
        let options = Shape.Options(
            name: "an included file",
            entries: [
                Shape.Option(name: "about", shape: .text, about: "What the steps do."),
                Shape.Option(name: "steps", shape: .steps, about: "The steps.", isRequired: true),
            ])
        checker.check(root, .options(options))
        return root["steps"]
    }
}
