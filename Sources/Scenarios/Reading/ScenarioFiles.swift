import Foundation

/// Reads scenario files and finds them in folders.
public struct ScenarioFiles: Sendable {
    /// Texts that stand for files, in tests; nil for those of the disk.
    private let texts: [String: String]?

    public init() { texts = nil }

    /// - Parameter texts: What stands for the files of the disk, by path.
    public init(texts: [String: String]) { self.texts = texts }

    /// The text of a file.
    ///
    /// - Throws: Why it cannot be read.
    func read(_ path: String) throws(ScenarioProblem) -> SourceText {
        if let texts {
            guard let text = texts[path] else { throw Self.unreadable(path, "there is no such file") }
            return SourceText(path: path, text: text)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Self.unreadable(path, "there is no such file, or it may not be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Self.unreadable(path, "it is not UTF-8 text")
        }
        return SourceText(path: path, text: text)
    }

    /// The bytes of a file.
    ///
    /// - Throws: Why it cannot be read.
    func bytes(of path: String) throws(ScenarioProblem) -> [UInt8] {
        if let texts {
            guard let text = texts[path] else { throw Self.unreadable(path, "there is no \(path)") }
            return Array(text.utf8)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Self.unreadable(path, "there is no \(path), or it may not be read")
        }
        return Array(data)
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

    /// The scenario files among some paths: files as they are, folders with all `.yaml` and `.yml` files below them,
    /// sorted. Folders named `shared` and names that start with `_` or `.` hold no scenarios but what they include.
    ///
    /// - Returns: The files, and a problem for each path that is not there.
    public func find(_ paths: [String]) -> (files: [String], problems: [ScenarioProblem]) {
        var files: [String] = []
        var problems: [ScenarioProblem] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                problems.append(Self.unreadable(path, "there is no such file or folder"))
                continue
            }
            guard isFolder.boolValue else {
                files.append(path)
                continue
            }
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            files += names.sorted().filter(Self.isScenario).map { "\(folder)/\($0)" }
        }
        return (files, problems)
    }

    private static func isScenario(_ path: String) -> Bool {
        (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
            && !path.split(separator: "/").contains { $0.hasPrefix("_") || $0.hasPrefix(".") || $0 == "shared" }
    }
}
