import Basics

/// The snapshots beside scenario files that no step of theirs names.
struct SnapshotFolders {
    /// The snapshots that steps name.
    private var used: Set<String> = []
    /// The folders whose snapshots have names that are known only while a case runs.
    private var open: Set<String> = []
    private var folders: Set<String> = []

    mutating func add(_ scenario: Scenario, in file: ChosenFile) {
        for scenarioCase in scenario.cases { note(scenarioCase.steps, of: scenarioCase) }
        let own = SnapshotStore.folder(caseID: scenario.path)
        folders.insert(file.folder ?? own)
    }

    private mutating func note(_ steps: [Step], of scenarioCase: ScenarioCase) {
        for step in steps {
            switch step.content {
            case .group(_, let inner): note(inner, of: scenarioCase)
            case .deferred(let deferred):
                guard let deferred = deferred as? DeferredStep, deferred.verb.name == Verb.snapshot.name else {
                    continue
                }
                open.insert(SnapshotStore.folder(caseID: scenarioCase.id))
            case .action(let action):
                guard let snapshot = action as? SnapshotStep else { continue }
                used.insert(SnapshotStore.path(of: snapshot.request.name, caseID: scenarioCase.id))
            }
        }
    }

    /// The files that nothing names, sorted.
    var unused: [String] {
        var unused: Set<String> = []
        for folder in folders {
            for name in FileSystem.tree(below: folder).files where name.hasSuffix(".txt") {
                let path = "\(folder)/\(name)"
                guard path.split(separator: "/").contains(Substring(SnapshotStore.folderName)) else { continue }
                let isOpen = open.contains { path.hasPrefix($0 + "/") }
                if !isOpen, !used.contains(path) { unused.insert(path) }
            }
        }
        return unused.sorted()
    }

    /// Removes snapshots, and the folders that are empty then.
    static func remove(_ paths: [String]) {
        for path in paths {
            FileSystem.removeFile(path)
            if let slash = path.lastIndex(of: "/") { FileSystem.removeFolder(String(path[..<slash])) }
        }
    }
}
