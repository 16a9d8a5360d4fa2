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
        do {
            let text = try FileSystem.text(of: path, limit: Self.scenarioLimit, acceptsStreams: true)
            return SourceText(path: path, text: text)
        } catch { throw Self.unreadable(path, error.reason) }
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

    /// The scenario files that are named: files as they are, folders with all `.yaml` and `.yml` files below them, sorted;
    /// a line may follow a file, as in `settings.yaml:12`. Folders named `shared` and names that start with `_` or `.` hold
    /// no scenarios but what they include. A file that is named several times counts once.
    ///
    /// - Returns: The files, and a problem for each path that is not there.
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
            case (.file?, _): Self.choose(path, line, in: &files)
            case (.folder?, let line?):
                problems.append(ScenarioProblem(path: path, place: nil, kind: .lineOfFolder(line)))
            case (.folder?, nil):
                let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
                for name in FileSystem.filesBelow(path).filter(Self.isScenario) {
                    Self.choose("\(folder)/\(name)", nil, below: folder, in: &files)
                }
            }
        }
        return (Array(files.values), problems)
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
    /// - Parameter folder: The folder that was named; nil when the file itself was.
    private static func choose(
        _ path: String, _ line: Int?, below folder: String? = nil, in files: inout OrderedDictionary<String, ChosenFile>
    ) {
        let place = FileSystem.realPath(path) ?? path
        guard let line else {
            files[place, default: ChosenFile(path: path, folder: folder)].lines = nil
            return
        }
        guard let present = files[place] else {
            files[place] = ChosenFile(path: path, lines: [line], folder: folder)
            return
        }
        if let lines = present.lines, !lines.contains(line) { files[place]?.lines = lines + [line] }
    }

    private static func isScenario(_ path: String) -> Bool {
        (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
            && path.split(separator: "/").last.map(String.init) != ServerSetup.fileName
            && !path.split(separator: "/").contains { $0.hasPrefix("_") || $0.hasPrefix(".") || $0 == "shared" }
    }
}

/// A scenario file that was named, whole or by lines.
package struct ChosenFile: Hashable, Sendable {
    /// As it was named first.
    package let path: String
    /// The lines at which the cases to run stand; nil for all cases.
    package internal(set) var lines: [Int]?
    /// The folder that was named; nil when the file itself was.
    var folder: String?

    /// The folders that the file lies in, its own first, up to the one that was named.
    var folders: [String] {
        var folders: [String] = []
        var path = path[...]
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            folders.append(String(path))
            if folder == nil || folders.last == folder { return folders }
        }
        return folders.isEmpty ? ["."] : folders
    }

    /// Parts a path from the line that may follow it, as `Scenarios/settings.yaml:12` or `…:12:5`.
    static func parts(_ argument: String) -> (path: String, line: Int)? {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.reversed().prefix(2).prefix { Int($0) != nil }
        guard let last = numbers.last, let line = Int(last), numbers.count < parts.count else { return nil }
        return (parts.dropLast(numbers.count).joined(separator: ":"), line)
    }
}
