import Foundation

/// A program that the package builds.
public struct Program: Sendable {
    /// A program that should have been built beside the tests.
    public struct Missing: Error {
        public let name: String
    }

    public let name: String
    /// Where it is; nil where only the tests were built.
    public let path: String?

    /// Finds a program beside the running test bundle.
    public init(_ name: String) {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let started = [Bundle.main.executableURL, CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }]
        self.name = name
        path = (bundles + started.compactMap { $0 })
            .map { $0.deletingLastPathComponent().appendingPathComponent(name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs the program to its end.
    public func run(_ arguments: String...) throws -> Command.Outcome { try run(arguments) }

    /// Runs the program to its end.
    public func run(_ arguments: [String]) throws -> Command.Outcome {
        guard let path else { throw Missing(name: name) }
        return try Command.run(path, arguments)
    }
}
