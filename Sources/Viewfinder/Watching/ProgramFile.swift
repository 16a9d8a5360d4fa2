import Basics
import CLibrary

/// The file of the running program, which may be built anew while it runs.
struct ProgramFile {
    private let path: String?
    private let stamp: FileStamp?
    /// The newer file as it was at the last look.
    private var newer: FileStamp?

    init() {
        path = pathOfRunningProgram().flatMap(FileSystem.realPath)
        stamp = path.flatMap { FileSystem.status(of: $0)?.stamp }
    }

    /// - Parameter path: The program's file, in tests.
    init(path: String) {
        self.path = path
        stamp = FileSystem.status(of: path)?.stamp
    }

    /// Whether another file is in its place, whole or not.
    var isChanged: Bool { path.flatMap { FileSystem.status(of: $0)?.stamp } != stamp }

    /// Whether another file is in its place, and is whole: as it was at the last look, and may be run.
    mutating func isRebuilt() -> Bool {
        guard let path, let status = FileSystem.status(of: path), status.isFile, status.stamp != stamp else {
            newer = nil
            return false
        }
        defer { newer = status.stamp }
        return status.stamp == newer && status.stamp.size > 0 && access(path, X_OK) == 0
    }

    /// Lets the newer program take the place of this one, with the same arguments.
    ///
    /// - Throws: Why it does not start.
    func takeOver() throws(FileFailure) -> Never {
        setenv(Self.mark, "1", 1)
        let words = CommandLine.arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        execv(path ?? "", words + [nil])
        throw .last()
    }

    /// In the environment of a program that took the place of another.
    private static let mark = "VIEWFINDER_REBUILT"

    /// Whether this program took the place of an older one; its guardian is there already.
    static func hasTakenOver() -> Bool {
        defer { unsetenv(mark) }
        return getenv(mark) != nil
    }
}
