import Basics
import Synchronization

/// A folder for files that are there for a while only: made when the first comes, removed when the last has gone.
final class TemporaryFolder: Sendable {
    private struct Contents {
        var path: String?
        var files: Set<String> = []
        var lastNumber = 0
    }

    private let contents = Mutex(Contents())

    deinit { for file in contents.withLock(\.files) { release(file) } }

    /// Where the folder is; nil while there is none.
    var path: String? { contents.withLock(\.path) }

    /// A path in the folder that no file has.
    func newPath() throws(FileFailure) -> String {
        try contents.withLock { contents throws(FileFailure) in
            let folder =
                if let path = contents.path { path } else {
                    try FileSystem.makeTemporaryFolder(prefix: "viewfinder-uploads-")
                }
            contents.path = folder
            contents.lastNumber += 1
            let file = "\(folder)/\(contents.lastNumber)"
            contents.files.insert(file)
            return file
        }
    }

    /// Removes the file of a path if it is there still, and the folder with the last one.
    func release(_ file: String) {
        contents.withLock { contents in
            guard contents.files.remove(file) != nil else { return }
            FileSystem.removeFile(file)
            guard contents.files.isEmpty, let folder = contents.path else { return }
            FileSystem.removeFolder(folder)
            contents.path = nil
        }
    }
}
