import Basics
import CLibrary

/// One build of a package, in a process of its own.
final class PackageBuild {
    enum Outcome: Hashable {
        case succeeded
        case failed(BuildErrors)
    }

    /// More of what a build prints is not read.
    private static let outputLimit = 1 << 22

    private let process: pid_t
    private let output: String
    private let folder: String

    /// Starts it.
    ///
    /// - Throws: Why it does not start.
    init(_ package: PackageFolder) throws(FileFailure) {
        folder = try FileSystem.makeTemporaryFolder(prefix: "viewfinder-build")
        output = folder + "/output"
        do throws(FileFailure) {
            process = try ChildProcess.start(package.buildCommand, streams: .file(input: nil, output: output))
        } catch {
            FileSystem.removeFolder(folder)
            throw error
        }
    }

    /// What became of it; nil while it goes on.
    func outcome(in package: PackageFolder) -> Outcome? {
        var status: Int32 = 0
        guard waitpid(process, &status, WNOHANG) == process else { return nil }
        defer { removeOutput() }
        if status == 0 { return .succeeded }
        let bytes = (try? FileSystem.contents(of: output, limit: Self.outputLimit)) ?? []
        return .failed(BuildErrors(output: String(decoding: bytes, as: UTF8.self), folder: package.path))
    }

    /// Ends it, as its sources have changed meanwhile.
    func cancel() {
        kill(-process, SIGTERM)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        removeOutput()
    }

    private func removeOutput() {
        FileSystem.removeFile(output)
        FileSystem.removeFolder(folder)
    }
}
