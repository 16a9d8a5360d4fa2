/// Makes steps of checked values.
struct StepBuilder {
    /// How deep groups and includes may lie in each other.
    private static let depthLimit = 32

    private let files: ScenarioFiles
    var checker: ShapeChecker
    /// The included files that are open, the outermost first.
    private var openFiles: [String]

    init(files: ScenarioFiles, checker: ShapeChecker, path: String) {
        self.files = files
        self.checker = checker
        openFiles = [path]
    }

    /// The steps of a list; what is wrong with them is in `checker`.
    mutating func steps(_ list: Located, _ variables: inout Variables) -> [Step] {
        guard case .list(let elements) = list.content else { return [] }
        return elements.compactMap { element in
            let value = variables.substitute(in: element)
            return step(value, &variables)
        }
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
        let source: SourceText
        do throws(ScenarioProblem) {
            source = try files.read(path)
        } catch {
            checker.report(error.kind, at: fileValue.place, in: value.path)
            return nil
        }
        checker.sources[path] = source
        var reader = YAMLReader(source: source)
        let root = reader.read()
        checker.add(reader.problems)
        guard let root, let list = includedSteps(root) else { return nil }
        openFiles.append(path)
        defer { openFiles.removeLast() }
        let given = value["vars"]?.entries.map { ($0.key, $0.value) } ?? []
        var inner = variables.adding(Dictionary(given) { first, _ in first })
        let steps = steps(list, &inner)
        checker.add(inner.problems)
        return .group(name: nil, steps)
    }

    /// The steps of an included file: a list, or a mapping that has them under `steps`.
    private mutating func includedSteps(_ root: Located) -> Located? {
        if case .list = root.content { return root }
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
