import Foundation

/// A terminal with a person at it: a shell in a tmux server of its own, typed to and looked at by a test.
///
/// The server ends with this object.
public final class Tmux {
    public struct TimedOut: Error, CustomStringConvertible {
        public var wanted: String
        public var screen: String

        public var description: String { "\(wanted) did not appear; the screen shows:\n\(screen)" }
    }

    public static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/tmux" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    public static var isAvailable: Bool { program != nil }

    private let socket = "viewfinder-\(UUID().uuidString.prefix(8))"
    /// How long anything may take on a busy machine.
    private let patience: TimeInterval = 120

    /// - Parameter command: What runs in place of the shell; when it ends, so does the terminal.
    public init(columns: Int = 80, rows: Int = 24, command: String = "PS1='$ ' sh") throws {
        try run([
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            "env -u ENV LANG=C.UTF-8 \(command)",
        ])
        if command.hasSuffix("sh") { try waitFor("$") }
    }

    deinit { _ = try? run(["kill-server"]) }

    // MARK: - Typing

    /// Presses keys by tmux's names: `Enter`, `M-1`, `C-q`, `F12`.
    public func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

    public func type(_ text: String) throws { try run(["send-keys", "-l", text]) }

    /// Types a command to the shell and starts it.
    public func command(_ text: String) throws {
        try type(text)
        try press("Enter")
    }

    public func paste(_ text: String) throws {
        try run(["set-buffer", text])
        try run(["paste-buffer", "-p"])
    }

    public func resize(columns: Int, rows: Int) throws {
        try run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    // MARK: - Looking

    /// What the terminal shows.
    public func screen() throws -> String { try run(["capture-pane", "-p"]) }

    /// What the terminal shows, with the escape sequences that colour it.
    public func styledScreen() throws -> String { try run(["capture-pane", "-p", "-e"]) }

    /// A fact of the pane: `alternate_on`, `cursor_x`, `pane_title`.
    public func fact(_ name: String) throws -> String {
        try run(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Waits until the screen shows a text.
    @discardableResult
    public func waitFor(_ text: String) throws -> String { try wait(for: "\"\(text)\"") { $0.contains(text) } }

    /// Waits until the screen no longer shows a text.
    @discardableResult
    public func waitUntilGone(_ text: String) throws -> String {
        try wait(for: "a screen without \"\(text)\"") { !$0.contains(text) }
    }

    @discardableResult
    public func wait(for wanted: String, until isThere: (String) throws -> Bool) throws -> String {
        let end = Date().addingTimeInterval(patience)
        while true {
            let screen = try screen()
            if try isThere(screen) { return screen }
            guard Date() < end else { throw TimedOut(wanted: wanted, screen: screen) }
            Thread.sleep(forTimeInterval: 0.02)
        }
    }

    @discardableResult
    private func run(_ arguments: [String]) throws -> String {
        try Command.run(Self.program ?? "tmux", ["-u", "-L", socket] + arguments).output
    }
}
