import Basics

/// Tells which of some files changed since the last look, by their stamps.
struct WatchedFiles {
    private var stamps: [String: FileStamp?] = [:]

    /// The files that are looked after; what is there of those that were not is taken as it is now.
    var paths: Set<String> {
        get { Set(stamps.keys) }
        set {
            stamps = stamps.filter { newValue.contains($0.key) }
            for path in newValue where stamps[path] == nil { stamps[path] = .some(Self.stamp(of: path)) }
        }
    }

    /// The files that changed, came or vanished since the last call.
    mutating func takeChanges() -> Set<String> {
        var changes: Set<String> = []
        for (path, stamp) in stamps {
            let present = Self.stamp(of: path)
            guard present != stamp else { continue }
            stamps[path] = .some(present)
            changes.insert(path)
        }
        return changes
    }

    /// Takes some files as they are now, such as those that the program wrote itself.
    mutating func accept(_ paths: some Sequence<String>) {
        for path in paths { stamps[path] = .some(Self.stamp(of: path)) }
    }

    private static func stamp(of path: String) -> FileStamp? { FileSystem.status(of: path)?.stamp }
}
