import Basics
import OrderedCollections

/// Reads scenario files and finds them in folders.
package struct ScenarioFiles: Sendable {
    /// Texts that stand for files, in tests; nil for those of the disk.
    private let texts: [String: String]?
    /// The longest scenario file, in bytes.
    private static let scenarioLimit = 4 << 20
    /// The longest file that a scenario can choose in a file input, in bytes.
    private static let uploadLimit = 256 << 20

    package init() { texts = nil }

    /// - Parameter texts: What stands for the files of the disk, by path.
    package init(texts: [String: String]) { self.texts = texts }

    /// The text of a file.
    ///
    /// - Throws: Why it cannot be read.
    func read(_ path: String) throws(ScenarioProblem) -> SourceText {
        if let texts {
            guard let text = texts[path] else { throw Self.unreadable(path, "there is no such file") }
            return SourceText(path: path, text: text)
        }
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: path, limit: Self.scenarioLimit, acceptsStreams: true)
        } catch { throw Self.unreadable(path, error.reason) }
        return SourceText(path: path, text: try FileText.read(bytes, path: path))
    }

    /// The nearest `servers.yaml` above a file, as far up as the folder that was named.
    func serversFile(for file: ChosenFile) -> String? {
        file.folders.lazy.map { $0 == "." ? ServerSetup.fileName : "\($0)/\(ServerSetup.fileName)" }.first { path in
            texts.map { $0[path] != nil } ?? (Self.kind(of: path) == .file)
        }
    }

    /// The bytes of a file.
    ///
    /// - Throws: Why it cannot be read.
    func bytes(of path: String) throws(ScenarioProblem) -> [UInt8] {
        if let texts {
            guard let text = texts[path] else { throw Self.unreadable(path, "there is no \(path)") }
            return Array(text.utf8)
        }
        do {
            return try FileSystem.contents(of: path, limit: Self.uploadLimit)
        } catch {
            throw Self.unreadable(path, error == .missing ? "there is no \(path)" : "\(path): \(error.reason)")
        }
    }

    private static func unreadable(_ path: String, _ reason: String) -> ScenarioProblem {
        ScenarioProblem(path: path, place: nil, kind: .unreadableFile(reason))
    }

    /// The path of a file that another file names.
    func path(of name: String, relativeTo path: String) -> String {
        guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
        var parts: [Substring] = []
        for part in (path[...slash] + name).split(separator: "/", omittingEmptySubsequences: false) {
            if part == "..", let last = parts.last, last != "..", !last.isEmpty {
                parts.removeLast()
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    /// The files that are named: files as they are, folders with all `.yaml` and `.yml` files below them, sorted; a line may
    /// follow a file, as in `settings.yaml:12`. A table may be named by a line, too, as `names.csv:3`: that means the
    /// scenarios beside it and below that have their rows from it. What is hidden, by a name that starts with `.`, is not
    /// found. A file that is named several times counts once.
    ///
    /// - Returns: The files, parts among them, and a problem for each path that is not there.
    package func find(_ arguments: [String]) -> (files: [ChosenFile], problems: [ScenarioProblem]) {
        var files: OrderedDictionary<String, ChosenFile> = [:]
        var problems: [ScenarioProblem] = []
        for argument in arguments {
            var (path, line) = (argument, Int?.none)
            if Self.kind(of: path) == nil, let parts = ChosenFile.parts(argument) {
                (path, line) = (parts.path, parts.line)
            }
            switch (Self.kind(of: path), line) {
            case (nil, _): problems.append(Self.unreadable(path, "there is no such file or folder"))
            case (.file?, let line?) where path.hasSuffix(".csv"):
                let users = tableUsers(path)
                if users.isEmpty { problems.append(ScenarioProblem(path: path, place: nil, kind: .unusedTable)) }
                for user in users {
                    Self.choose(user.scenario, line, ofTable: user.table, in: &files)
                }
            case (.file?, _): Self.choose(path, line, in: &files)
            case (.folder?, let line?):
                problems.append(ScenarioProblem(path: path, place: nil, kind: .lineOfFolder(line)))
            case (.folder?, nil):
                let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
                let below = FileSystem.tree(below: path)
                problems += below.closed.map { Self.unreadable(folder + "/" + $0, FileFailure.forbidden.reason) }
                for name in below.files where Self.isScenario(name) {
                    Self.choose("\(folder)/\(name)", nil, below: folder, in: &files)
                }
            }
        }
        return (Array(files.values), problems)
    }

    /// The scenarios beside a table and below that have their rows from it, and what they call it.
    private func tableUsers(_ table: String) -> [(scenario: String, table: String)] {
        let folder = table.lastIndex(of: "/").map { String(table[..<$0]) } ?? "."
        let place = FileSystem.realPath(table)
        return FileSystem.tree(below: folder).files.filter(Self.isScenario).compactMap { name in
            let path = folder == "." ? name : "\(folder)/\(name)"
            guard let source = try? read(path) else { return nil }
            var reader = YAMLReader(source: source)
            guard let named = reader.read()?["table"]?["file"]?.text else { return nil }
            let table = self.path(of: named, relativeTo: path)
            return FileSystem.realPath(table) == place ? (path, table) : nil
        }
    }

    private enum Kind {
        case file
        case folder
    }

    private static func kind(of path: String) -> Kind? {
        FileSystem.status(of: path).map { $0.isFolder ? .folder : .file }
    }

    /// Files are told apart by where they really are, however they are named.
    ///
    /// - Parameters:
    ///   - table: The file that the line is of; nil for the file itself.
    ///   - folder: The folder that was named; nil when the file itself was.
    private static func choose(
        _ path: String, _ line: Int?, ofTable table: String? = nil, below folder: String? = nil,
        in files: inout OrderedDictionary<String, ChosenFile>
    ) {
        let place = FileSystem.realPath(path) ?? path
        guard let line else {
            files[place, default: ChosenFile(path: path, folder: folder)].lines = nil
            return
        }
        var file = files[place] ?? ChosenFile(path: path, lines: [], folder: folder)
        let named = SourceLine(path: table ?? file.path, line: line)
        if let lines = file.lines, !lines.contains(named) { file.lines = lines + [named] }
        files[place] = file
    }

    private static func isScenario(_ path: String) -> Bool {
        let names = path.split(separator: "/")
        return (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
            && names.last.map(String.init) != ServerSetup.fileName
            && !names.contains { $0.hasPrefix(".") }
    }
}
