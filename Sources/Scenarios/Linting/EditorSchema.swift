import Basics

/// Whether editors know the schema of the scenario files of a folder, by the first line of each.
enum EditorSchema {
    /// The longest schema that is looked at, in bytes.
    private static let limit = 4 << 20

    /// What is to be said of a scenario file in a folder that has a schema, and of the schema.
    static func warnings(of source: SourceText, in file: ChosenFile) -> [ScenarioProblem] {
        let folders = file.folders
        guard let depth = folders.firstIndex(where: { FileSystem.status(of: path(in: $0))?.isFile == true }) else {
            return []
        }
        let schema = path(in: folders[depth])
        var warnings: [ScenarioProblem] = []
        let first = source.line(1) ?? ""
        if first.firstMatch(of: #/^#\s*yaml-language-server:\s*\$schema=\S+/#) == nil {
            let place = Place(line: 1, column: 1)
            let kind = ScenarioProblem.Kind.missingModeline(ScenarioSchema.modeline(depth: depth))
            warnings.append(ScenarioProblem(path: source.path, place: place, kind: kind))
        }
        let text = try? FileSystem.contents(of: schema, limit: limit)
        if let text, text != Array((ScenarioSchema.text + "\n").utf8) {
            warnings.append(ScenarioProblem(path: schema, place: nil, kind: .outdatedSchema))
        }
        return warnings
    }

    private static func path(in folder: String) -> String {
        folder == "." ? ScenarioSchema.fileName : "\(folder)/\(ScenarioSchema.fileName)"
    }
}
