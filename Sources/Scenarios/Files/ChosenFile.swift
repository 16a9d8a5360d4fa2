/// A file that was named, whole or by lines.
package struct ChosenFile: Hashable, Sendable {
    /// As it was named first.
    package let path: String
    /// The lines at which the cases to run stand, in the file itself or in its table; nil for all cases.
    package internal(set) var lines: [SourceLine]?
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
