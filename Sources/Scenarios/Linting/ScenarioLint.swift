import Basics
import TextLayout

/// Checks scenario files and what lies around them, and runs nothing.
package struct ScenarioLint {
    /// What was found.
    package struct Report {
        package let errors: [ScenarioProblem]
        package let warnings: [ScenarioProblem]
        /// The snapshots that were removed.
        package let removed: [String]
        let fileCount: Int
        let sources: [SourceText]

        /// All of it in words, then the counts.
        package var text: String {
            let printer = ProblemPrinter(sources: sources)
            let told = [printer.print(errors), printer.print(warnings, mark: "warning: ")].filter { !$0.isEmpty }
            let gone = removed.map { "removed \(ReadableText.line($0))\n" }.joined()
            let counts = [(fileCount, "file"), (errors.count, "error"), (warnings.count, "warning")]
            let summary = counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
            return (told + [gone].filter { !$0.isEmpty } + [summary + "\n"]).joined(separator: "\n")
        }
    }

    private let reader: ScenarioReader
    private let files: ScenarioFiles
    private let removesSnapshots: Bool

    /// - Parameter removesSnapshots: Whether snapshots that no step names are removed.
    package init(
        reader: ScenarioReader = ScenarioReader(), files: ScenarioFiles = ScenarioFiles(),
        removesSnapshots: Bool = false
    ) {
        self.reader = reader
        self.files = files
        self.removesSnapshots = removesSnapshots
    }

    /// Checks files and folders.
    package func check(_ paths: [String]) -> Report {
        let (found, missing) = files.find(paths)
        let (chosen, results) = reader.read(found)
        let servers = FolderServers(of: chosen, by: files)
        var errors = missing + results.flatMap(\.problems) + servers.problems
        if errors.isEmpty { errors = reader.unusedSettings(in: results) }
        if errors.isEmpty, results.isEmpty {
            errors = paths.map { ScenarioProblem(path: $0, place: nil, kind: .emptyFolder) }
        }
        var warnings = results.flatMap(\.warnings) + found.flatMap(looks) + unusedTables(below: found, results)
        var removed: [String] = []
        // Where something is wrong, the steps that name snapshots are not all known.
        if errors.isEmpty {
            let unused = unusedSnapshots(chosen, results)
            if removesSnapshots {
                SnapshotFolders.remove(unused)
                removed = unused
            } else {
                warnings += unused.map { ScenarioProblem(path: $0, place: nil, kind: .unusedSnapshot) }
            }
        }
        return Report(
            errors: Array(Set(errors)), warnings: Array(Set(warnings)), removed: removed, fileCount: found.count,
            sources: results.flatMap(\.sources) + servers.sources)
    }

    /// What can be said of one file, right or wrong, by its looks.
    private func looks(of file: ChosenFile) -> [ScenarioProblem] {
        guard let source = try? files.read(file.path) else { return [] }
        var reader = YAMLReader(source: source)
        guard let root = reader.read() else { return [] }
        var search = SelectorSearch()
        let isScenario = root[Header.title.name] != nil
        if case .list = root.content {
            search.search(root, .steps)
        } else {
            search.search(root, .mapping(isScenario ? Header.mapping : PartFile.mapping))
        }
        return search.warnings + (isScenario ? EditorSchema.warnings(of: source, in: file) : [])
    }

    private func unusedSnapshots(_ chosen: [ChosenFile], _ results: [ScenarioReader.Result]) -> [String] {
        var folders = SnapshotFolders()
        for (file, result) in zip(chosen, results) {
            if let scenario = result.scenario { folders.add(scenario, in: file) }
        }
        return folders.unused
    }

    /// The tables in the folders that were named which no scenario has its rows from.
    private func unusedTables(below found: [ChosenFile], _ results: [ScenarioReader.Result]) -> [ScenarioProblem] {
        let reached = Set(results.flatMap(\.namedFiles).map { FileSystem.realPath($0) ?? $0 })
        return Set(found.compactMap(\.folder)).flatMap { folder in
            FileSystem.tree(below: folder).files.filter { $0.hasSuffix(".csv") }.map { "\(folder)/\($0)" }
                .filter { !reached.contains(FileSystem.realPath($0) ?? $0) }
        }.map { ScenarioProblem(path: $0, place: nil, kind: .unreachedFile) }
    }
}
