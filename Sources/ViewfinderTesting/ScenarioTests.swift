import Basics
import LiveProtocol
import Scenarios
import Viewfinder

/// The scenario files of an app as arguments of a test, so that each file is a test case of its own.
///
/// ```swift
/// @Test(arguments: ScenarioTests<App>(in: "Scenarios"))
/// func `a scenario passes`(_ scenario: ScenarioTest<App>) async throws { try await scenario.run() }
/// ```
public struct ScenarioTests<App: ViewfinderApp>: RandomAccessCollection, Sendable {
    private let tests: [ScenarioTest<App>]

    /// - Parameters:
    ///   - folder: The folder, or one file, as seen from the test's file or from a folder above it.
    ///   - file: The test's file.
    public init(in folder: String = "Scenarios", file: String = #filePath) {
        let path = TestFiles.find(folder, from: file)
        let found = ScenarioFiles().find([path])
        let paths = found.files.map(\.path)
        // A folder without scenarios is a case that fails, where none would pass for success.
        tests = (paths.isEmpty ? [path] : paths).map { ScenarioTest(path: $0) }
    }

    /// The position of the first file.
    public var startIndex: Int { tests.startIndex }
    /// The position past the last file.
    public var endIndex: Int { tests.endIndex }
    /// The scenario file at a position.
    public subscript(index: Int) -> ScenarioTest<App> { tests[index] }
}

/// One scenario file as a test case.
public struct ScenarioTest<App: ViewfinderApp>: Sendable, CustomStringConvertible {
    /// The file's path.
    public let path: String

    /// The file's path, by which the test case is known.
    public var description: String { path }

    /// Runs all cases of the file.
    ///
    /// - Throws: `PageFailure` with the report when one fails, or with what is wrong with the file.
    public func run() async throws(PageFailure) {
        // Waiting for what views do elsewhere blocks, which no thread that tasks share may do.
        let failure = await OwnThread.result(of: failure)
        if let failure { throw failure }
    }

    private func failure() -> PageFailure? {
        let app = AppHost<App>()
        let runner = ScenarioRunner(
            update: TestFiles.snapshotUpdate, settings: app.settings, now: { RealTime.monotonic },
            makeHost: app.makeHost)
        var lines: [String] = []
        let code = ScenarioSuite(runner: runner).run(paths: [path]) { lines.append($0) }
        return code == .passed ? nil : PageFailure(description: lines.joined(separator: "\n"))
    }
}
