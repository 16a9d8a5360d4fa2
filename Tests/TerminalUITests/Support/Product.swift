import Foundation
import Testing

/// The program that was built beside the tests.
enum Product {
    /// The path of the gallery's program; nil where only the tests were built.
    static let viewfinder: String? = {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let started = [Bundle.main.executableURL, CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }]
        return (bundles + started.compactMap { $0 })
            .map { $0.deletingLastPathComponent().appendingPathComponent("viewfinder").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Whether a person can be played who works the gallery in a terminal.
    static let canBeTried: Bool = {
        guard Tmux.isAvailable, let viewfinder, let views = try? Command.run(viewfinder, ["views"]) else {
            return false
        }
        return views.contains("/settings")
    }()

    static let reason: Comment = "needs tmux, and the program viewfinder built beside the tests"
}
