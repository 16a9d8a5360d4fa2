import Basics
import LiveProtocol

/// Finds where a type is declared, in the package whose sources a known line belongs to.
///
/// A program does not know where its types are written; but it knows where its routes are, and types stand near them.
struct SourceSearch {
    private static let mostFiles = 5_000
    private static let longestFile = 2 << 20
    private static let deepest = 16
    private static let keywords = ["struct", "class", "enum", "actor"]
    /// What tells the declaration that is meant from others of the name.
    private static let protocols = ["LiveView", "LiveComponent", "TemplateView"]

    /// The name without what is in angle brackets.
    private let name: String
    private let near: SourcePlace

    /// - Parameters:
    ///   - type: The type's name.
    ///   - near: A line of the package, such as that of a route.
    init(of type: String, near: SourcePlace) {
        name = String(type.prefix { $0 != "<" })
        self.near = near
    }

    /// Where the declaration begins; nil when it is not found.
    var place: SourcePlace? {
        guard !name.isEmpty else { return nil }
        var likely: SourcePlace?
        for path in files {
            guard let text = try? FileSystem.text(of: path, limit: Self.longestFile), text.contains(name) else {
                continue
            }
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where isDeclaration(line) {
                let place = SourcePlace(path: path, line: number + 1)
                if Self.protocols.contains(where: line.contains) { return place }
                likely = likely ?? place
            }
        }
        return likely
    }

    /// The Swift files of the package, the nearest first.
    private var files: [String] {
        var files = [near.path]
        let folder = Self.folder(of: near.path)
        var pending = [(path: folder, depth: 0)]
        let package = package(of: folder)
        if package != folder { pending.insert((package, 0), at: 0) }
        var seen: Set<String> = []
        while let (path, depth) = pending.popLast(), files.count < Self.mostFiles {
            guard seen.insert(path).inserted, depth <= Self.deepest else { continue }
            for name in FileSystem.entries(of: path).sorted() where !name.hasPrefix(".") {
                let inner = path + "/" + name
                if name.hasSuffix(".swift") {
                    if inner != near.path { files.append(inner) }
                } else if FileSystem.isFolder(inner) {
                    pending.append((inner, depth + 1))
                }
            }
        }
        return files
    }

    /// The nearest folder around one that has a manifest; itself where none has.
    private func package(of folder: String) -> String {
        var current = folder
        for _ in 0..<Self.deepest where !current.isEmpty {
            if FileSystem.isReadable(current + "/Package.swift") { return current }
            current = Self.folder(of: current)
        }
        return folder
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }

    private func isDeclaration(_ line: Substring) -> Bool {
        let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        return zip(words, words.dropFirst()).contains { Self.keywords.contains(String($0)) && $1 == name }
            && !line.drop { $0 == " " }.hasPrefix("//")
    }
}
