/// What the `servers.yaml` files beside some scenario files say, each read once.
struct FolderServers {
    private var setups: [ChosenFile: [ServerSetup]] = [:]
    private(set) var problems: [ScenarioProblem] = []
    private(set) var sources: [SourceText] = []

    init(of chosen: [ChosenFile], by files: ScenarioFiles) {
        var read: [String: [ServerSetup]] = [:]
        for file in chosen {
            guard let path = files.serversFile(for: file) else { continue }
            if read[path] == nil {
                let found = ServerSetup.read(path, by: files)
                problems += found.problems
                if let source = found.source { sources.append(source) }
                read[path] = found.setups
            }
            setups[file] = read[path]
        }
    }

    /// The servers that the scenarios of a file need.
    subscript(file: ChosenFile) -> [ServerSetup] { setups[file] ?? [] }
}
