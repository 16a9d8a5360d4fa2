import Foundation

/// The programs that were built beside the tests.
enum Product {
    /// The path of the gallery's program; nil where only the tests were built.
    static let viewfinder: String? = path(of: "viewfinder")

    private static func path(of name: String) -> String? {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let started = [Bundle.main.executableURL, CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }]
        return (bundles + started.compactMap { $0 })
            .map { $0.deletingLastPathComponent().appendingPathComponent(name).path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
