import Basics
import LiveProtocol

/// Finds the source of a view, on the machine on which the program was built.
enum ViewSource {
    private static let mostLevels = 16
    private static let mostFiles = 5_000
    private static let largestFile = 1 << 20

    /// Where the type of a view or component is declared; else where the route is written that leads to it.
    ///
    /// - Parameters:
    ///   - type: The name of the type.
    ///   - route: A place in the same package.
    static func place(of type: String, near route: SourcePlace) -> SourcePlace? {
        let name = type.prefix { $0 != "<" }.split(separator: ".").last.map(String.init) ?? type
        if let line = line(declaring: name, in: route.path) { return SourcePlace(path: route.path, line: line) }
        for file in sources(around: route.path) {
            if let line = line(declaring: name, in: file) { return SourcePlace(path: file, line: line) }
        }
        return FileSystem.isReadable(route.path) ? route : nil
    }

    /// The Swift files of the package that a file is in.
    private static func sources(around path: String) -> [String] {
        var folder = path
        for _ in 0..<mostLevels {
            guard let slash = folder.lastIndex(of: "/"), slash != folder.startIndex else { return [] }
            folder = String(folder[..<slash])
            guard FileSystem.isReadable("\(folder)/Package.swift") else { continue }
            let root = "\(folder)/Sources"
            return FileSystem.tree(below: root).files.lazy.filter { $0.hasSuffix(".swift") }.prefix(mostFiles)
                .map { "\(root)/\($0)" }
        }
        return []
    }

    /// The line of a file on which a type is declared, from 1.
    private static func line(declaring name: String, in path: String) -> Int? {
        guard let text = try? FileSystem.text(of: path, limit: largestFile), text.contains(name) else { return nil }
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            guard let keyword = words.firstIndex(where: { kinds.contains($0) }), keyword + 1 < words.count else {
                continue
            }
            if words[keyword + 1] == name, !line.drop(while: \.isWhitespace).hasPrefix("//") { return place + 1 }
        }
        return nil
    }

    private static let kinds: Set<Substring> = ["struct", "class", "enum", "actor"]
}
