import Basics

/// A folder for files that are there for a while only: made when the first comes, removed when the last has gone.
final class TemporaryFolder {
    /// Where the folder is; nil while there is none.
    private(set) var path: String?
    private var files: Set<String> = []
    private var lastNumber = 0

    deinit { for file in files { release(file) } }

    /// A path in the folder that no file has.
    func newPath() throws(FileFailure) -> String {
        let folder =
            if let path { path } else { try FileSystem.makeTemporaryFolder(prefix: "viewfinder-uploads-") }
        path = folder
        lastNumber += 1
        let file = "\(folder)/\(lastNumber)"
        files.insert(file)
        return file
    }

    /// Removes the file of a path if it is there still, and the folder with the last one.
    func release(_ file: String) {
        guard files.remove(file) != nil else { return }
        FileSystem.removeFile(file)
        guard files.isEmpty, let folder = path else { return }
        FileSystem.removeFolder(folder)
        path = nil
    }
}
