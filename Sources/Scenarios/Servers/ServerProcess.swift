import Basics
import CLibrary

/// A server that this process started, with all that it starts in turn: they are a process group of their own.
///
/// Beside it runs somebody who reads from a pipe that this process holds open. When this process ends, however it does, the
/// pipe closes, and the group is ended.
final class ServerProcess {
    /// How long the group may take to leave when it is told to, before it is made to, in milliseconds.
    private static let patience = 2000

    /// What ends the group whose number is `$0` when its input ends.
    private static let watch = "read -r line; kill -TERM -- -$0 && sleep 2; kill -KILL -- -$0"

    private let group: pid_t
    private let watcher: pid_t
    private let leash: Int32
    private var status: Int32?
    private var isEnded = false

    /// Starts a command.
    ///
    /// - Parameters:
    ///   - folder: Where it runs.
    ///   - output: The file that takes what it writes, also of errors.
    init(_ command: String, in folder: String, output: String) throws(FileFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .last() }
        defer { close(ends[0]) }
        // Whoever else is started must not hold the pipe open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        do throws(FileFailure) {
            group = try ChildProcess.start(
                ["/bin/sh", "-c", "cd \"$0\" && exec /bin/sh -c \"$1\"", folder, command],
                streams: .file(input: nil, output: output))
            watcher = try ChildProcess.start(
                ["/bin/sh", "-c", Self.watch, String(group)],
                streams: .file(input: ends[0], output: "/dev/null"))
            leash = ends[1]
        } catch {
            close(ends[1])
            throw error
        }
    }

    deinit { end() }

    /// How the command ended, as shells tell it; nil while it runs.
    var exitCode: Int32? {
        look()
        guard let status else { return nil }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// Ends the group: tells it to leave, and makes it after a while.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        kill(-group, SIGTERM)
        var waited = 0
        var pause = 1
        while isThere, waited < Self.patience {
            poll(nil, 0, Int32(pause))
            waited += pause
            pause = min(2 * pause, 50)
        }
        kill(-group, SIGKILL)
        while status == nil { look(options: 0) }
        kill(watcher, SIGKILL)
        close(leash)
        while waitpid(watcher, nil, 0) < 0, errno == EINTR {}
    }

    /// Whether anybody of the group is left.
    private var isThere: Bool {
        look()
        return status == nil || kill(-group, 0) == 0
    }

    private func look(options: Int32 = WNOHANG) {
        guard status == nil else { return }
        var found: Int32 = 0
        let answer = waitpid(group, &found, options)
        if answer == group { status = found }
        // Somebody else has taken the news of its end.
        if answer < 0, errno != EINTR { status = 0 }
    }
}
