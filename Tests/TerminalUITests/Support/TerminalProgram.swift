import Foundation
import TestSupport

/// A program on a terminal of its own, as its session's leader; all that it writes is kept.
final class TerminalProgram {
    let process: pid_t
    private let master: Int32
    private let terminal: Int32
    private let modes: [UInt32]
    private(set) var output: [UInt8] = []
    private var status: Int32?

    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        var ends: (Int32, Int32) = (-1, -1)
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.0, &ends.1, nil, nil, &size) == 0 else {
            throw Launch.Failed(program: program, number: errno)
        }
        (master, terminal) = ends
        modes = Self.modes(of: terminal)
        for end in [master, terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        let variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
        var launch = Launch(flags: Self.startsSession)
        // The first terminal that a session's leader opens is the session's.
        launch.open(Self.name(of: terminal), O_RDWR, as: 0)
        launch.copy(0, to: 1)
        launch.copy(0, to: 2)
        process = try launch.start(
            program, arguments,
            environment: ProcessInfo.processInfo.environment
                .merging(variables) { $1 }.merging(environment) { $1 })
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(terminal)
        close(master)
    }

    /// `POSIX_SPAWN_SETSID`, which Glibc's module leaves out.
    private static let startsSession: Int16 = {
        #if canImport(Darwin)
            0x400
        #else
            0x80
        #endif
    }()

    /// The path of a terminal. `ttyname` would give all threads the same memory.
    private static func name(of terminal: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { bytes in
            guard let start = bytes.baseAddress, ttyname_r(terminal, start, bytes.count) == 0 else { return "" }
            return String(cString: start)
        }
    }

    private static func modes(of terminal: Int32) -> [UInt32] {
        var modes = termios()
        guard tcgetattr(terminal, &modes) == 0 else { return [] }
        return [UInt32(modes.c_iflag), UInt32(modes.c_oflag), UInt32(modes.c_cflag), UInt32(modes.c_lflag)]
    }

    // MARK: - The person at it

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Takes in what comes until something has happened, for so long at most.
    @discardableResult
    func watch(for seconds: TimeInterval, until isDone: () -> Bool = { false }) -> Bool {
        let end = Date().addingTimeInterval(seconds)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(master, &buffer, buffer.count)
            if count > 0 {
                output += buffer[..<count]
                continue
            }
            if isDone() { return true }
            guard Date() < end else { return false }
            usleep(2_000)
        }
    }

    /// Waits until a text has come.
    @discardableResult
    func waitFor(_ text: String, seconds: TimeInterval = 120) -> Bool { watch(for: seconds) { has(text) } }

    /// Waits for the end of the program.
    ///
    /// - Returns: 128 and the signal's number, or the exit status; nil when it goes on.
    func waitForEnd(seconds: TimeInterval = 120) -> Int32? {
        var raw: Int32 = 0
        guard watch(for: seconds, until: { waitpid(process, &raw, WNOHANG) == process }) else { return nil }
        status = raw
        return raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    }

    func forgetOutput() { output = [] }

    // MARK: - What became of the terminal

    func has(_ text: String) -> Bool { output.firstRange(of: Array(text.utf8)) != nil }

    /// The processes that the program has started.
    var children: [pid_t] {
        let path = "/proc/\(process)/task/\(process)/children"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        return text.split(separator: " ").compactMap { pid_t($0) }
    }

    /// What is not as it was found, in words.
    ///
    /// - Parameter countsModes: Whether the line discipline counts; a shell sets its own.
    func damage(countsModes: Bool = true) -> [String] {
        var damage: [String] = []
        if isOn("?1049") { damage.append("alternate screen") }
        if isOn("?2004"), countsModes { damage.append("bracketed paste") }
        if isOn("?1000") { damage.append("mouse") }
        if last("\u{1B}[?25l") > last("\u{1B}[?25h") { damage.append("cursor") }
        if isOn("?2026") { damage.append("synchronized output") }
        let (kept, given) = (count("\u{1B}[22;2t"), count("\u{1B}[23;2t"))
        if kept != given { damage.append("title kept \(kept) times, given back \(given)") }
        if countsModes, Self.modes(of: terminal) != modes { damage.append("line discipline") }
        return damage
    }

    private func isOn(_ mode: String) -> Bool { last("\u{1B}[\(mode)h") > last("\u{1B}[\(mode)l") }

    private func last(_ text: String) -> Int { output.ranges(of: Array(text.utf8)).last?.lowerBound ?? -1 }

    private func count(_ text: String) -> Int { output.ranges(of: Array(text.utf8)).count }
}
