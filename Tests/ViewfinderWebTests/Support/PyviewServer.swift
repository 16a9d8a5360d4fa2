import Foundation
import TestSupport
import Testing

/// The pyview pages of `Tests/Servers/pyview`, served by a real pyview.
final class PyviewServer {
    /// The Python that has pyview: as `VIEWFINDER_PYVIEW` says, or in `.build/pyview`.
    static let python: String? = [
        ProcessInfo.processInfo.environment["VIEWFINDER_PYVIEW"],
        Checkout.root.appendingPathComponent(".build/pyview/bin/python").path,
    ].compactMap(\.self).first { FileManager.default.isExecutableFile(atPath: $0) }

    static var isAvailable: Bool { python != nil }

    static let reason: Comment = "needs pyview in .build/pyview: see Tests/Servers/pyview/README.md"

    private var program: BackgroundProgram
    /// Scheme, host and port.
    let origin: String
    private let secret: String

    init() throws {
        secret = UUID().uuidString
        program = try Self.start(port: "0", secret: secret)
        origin = try Self.origin(of: program)
    }

    private static func start(port: String, secret: String) throws -> BackgroundProgram {
        let script = Checkout.root.appendingPathComponent("Tests/Servers/pyview/server.py").path
        return try BackgroundProgram(try #require(python), [script, "--port", port, "--secret", secret])
    }

    private static func origin(of program: BackgroundProgram) throws -> String {
        try program.waitFor(/ready on (\S+)/)
    }

    /// Ends the server without a word.
    func kill() { program.end(SIGKILL) }

    /// Starts it again at the same address.
    ///
    /// - Parameter secret: What tokens are signed with; what was signed before is good only with the same.
    func restart(secret: String? = nil) throws {
        let port = origin.split(separator: ":").last.map(String.init) ?? "0"
        program = try Self.start(port: port, secret: secret ?? self.secret)
        _ = try Self.origin(of: program)
    }
}
