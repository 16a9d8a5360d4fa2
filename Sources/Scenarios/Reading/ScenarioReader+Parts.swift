import Basics

extension ScenarioReader {
    /// Reads files, and leaves out those that others of them include: they are parts, and nothing to run.
    package func read(_ files: [ChosenFile]) -> (files: [ChosenFile], results: [Result]) {
        let results = files.map { read(path: $0.path) }
        let reached = Set(results.flatMap(\.namedFiles).map(Self.realPath))
        let kept = files.indices.filter { !results[$0].isPart || !reached.contains(Self.realPath(files[$0].path)) }
        return (kept.map { files[$0] }, kept.map { results[$0] })
    }

    /// What the command line gives values to and no step of some files asks for.
    package func unusedSettings(in results: [Result]) -> [ScenarioProblem] {
        let used = results.reduce(into: Set<String>()) { $0.formUnion($1.usedSettings) }
        let known = results.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
        return settings.keys.filter { !used.contains($0) }.map { name in
            let kind: ScenarioProblem.Kind =
                known.contains(name)
                ? .noEffect(name, reason: "each step that asks for it is given another value")
                : .unknownVariable(name, known: known.sorted())
            return ScenarioProblem(path: "--set", place: nil, kind: kind)
        }
    }

    private static func realPath(_ path: String) -> String { FileSystem.realPath(path) ?? path }
}
