import Basics
import CLibrary
import Scenarios

/// Where tests are, and what they may write there.
enum TestFiles {
    /// Which snapshots are written: what `VIEWFINDER_UPDATE` says, else what a run of scenario files would write.
    static var snapshotUpdate: SnapshotUpdate {
        if let word = environment("VIEWFINDER_UPDATE"), let update = SnapshotUpdate(rawValue: word) { return update }
        return SnapshotUpdate.standard(environment: environment("CI").map { ["CI": $0] } ?? [:])
    }

    /// A path as it is seen from the folder in which the tests run, where it lies below that.
    static func shortened(_ path: String) -> String {
        guard let here = FileSystem.realPath("."), path.hasPrefix(here + "/") else { return path }
        return String(path.dropFirst(here.count + 1))
    }

    /// A folder or file that is named from the folder of a source file or one above it, as the package's own is.
    ///
    /// - Parameter file: The source file's path.
    /// - Returns: The name as it is where there is nothing of that name.
    static func find(_ name: String, from file: String) -> String {
        guard !name.hasPrefix("/") else { return name }
        var folder = file[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            let path = "\(folder)/\(name)"
            if FileSystem.status(of: path) != nil { return shortened(path) }
        }
        return name
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
