import Basics
import CLibrary
import TextLayout

/// The files that differ from a commit, as git has it, and those that it does not know yet.
package struct ChangedFiles: Sendable {
    /// Why nothing is known of changes, in a sentence.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// A change of such a file can show in any view.
    private static let templateEndings = [".html", ".htm", ".jinja", ".j2"]

    /// What the files are compared with.
    let reference: String
    /// Absolute, without symbolic links.
    private let paths: Set<String>

    init(since reference: String, paths: Set<String>) {
        self.reference = reference
        self.paths = paths
    }

    /// Asks git.
    ///
    /// - Parameter reference: A commit, branch or tag.
    package init(since reference: String) throws(Failure) {
        let name = ReadableText.quote(reference)
        let git: Git
        do throws(FileFailure) { git = try Git() } catch {
            throw Failure(description: "--only-changed: git cannot be asked: \(error.reason)")
        }
        defer { git.end() }
        guard let folder = git.answer(["rev-parse", "--show-toplevel"])?.first else {
            throw Failure(description: "--only-changed needs git, and this folder is in no checkout: \(git.problem)")
        }
        guard let commit = git.answer(["rev-parse", "--verify", "--end-of-options", reference + "^{commit}"])?.first
        else {
            throw Failure(description: "--only-changed: git knows no commit \"\(name)\": \(git.problem)")
        }
        guard let changed = git.answer(["-C", folder, "diff", "--name-only", "-z", commit, "--"]),
            let new = git.answer(["-C", folder, "ls-files", "--others", "--exclude-standard", "-z"])
        else { throw Failure(description: "--only-changed: git does not say what changed: \(git.problem)") }
        let root = FileSystem.realPath(folder) ?? folder
        self.init(since: name, paths: Set((changed + new).map { "\(root)/\($0)" }))
    }

    /// Whether they touch a scenario file: itself, what it includes, its snapshots, or any template.
    ///
    /// - Parameter sources: The paths of the file and of all that it is made of.
    func touch(_ path: String, madeOf sources: [String]) -> Bool {
        if paths.contains(where: { path in Self.templateEndings.contains { path.hasSuffix($0) } }) { return true }
        if sources.contains(where: { FileSystem.realPath($0).map(paths.contains) ?? false }) { return true }
        guard let place = FileSystem.realPath(path) else { return false }
        let folder = SnapshotStore.folder(caseID: place) + "/"
        return paths.contains { $0.hasPrefix(folder) }
    }
}

/// Asks git, whose answers come in files of a folder of their own.
private final class Git {
    private let folder: String

    init() throws(FileFailure) { folder = try FileSystem.makeTemporaryFolder(prefix: "viewfinder-git-") }

    private var answers: String { folder + "/answer" }
    private var problems: String { folder + "/problem" }
    private static let limit = 64 << 20

    /// What git answers, parted at ends of lines or zero bytes; nil when it refuses.
    func answer(_ arguments: [String]) -> [String]? {
        FileSystem.removeFile(answers)
        let shell = ["/bin/sh", "-c", "exec git \"$@\" 2>\"$0\"", problems]
        guard let process = try? ChildProcess.start(shell + arguments, streams: .file(input: nil, output: answers))
        else { return nil }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0, let bytes = try? FileSystem.contents(of: answers, limit: Self.limit) else { return nil }
        return bytes.split { $0 == 0 || $0 == UInt8(ascii: "\n") }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What git said last beside its answers.
    var problem: String {
        let words = (try? FileSystem.text(of: problems, limit: Self.limit)) ?? ""
        return words.isEmpty ? "git said nothing" : ReadableText.quote(words.split(separator: "\n")[0])
    }

    func end() {
        for file in [answers, problems] { FileSystem.removeFile(file) }
        FileSystem.removeFolder(folder)
    }
}
