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
        let found = ScenarioReader().read(ScenarioFiles().find([path]).files)
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
        let runner = ScenarioRunner(
            update: TestFiles.snapshotUpdate, makeSettings: { AppHost<App>().settings }, now: { RealTime.monotonic },
            makeHost: { clock, observer in AppHost<App>().makeHost(clock, observer) })
        switch SuitePlanner().plan(paths: [path]) {
        case .unusable(let words), .nothing(let words):
            return PageFailure(description: words)
        case .planned(let plan):
            var report = ScenarioReport(tellsTotals: true)
            let lines = plan.cases.map { planned in
                report.add(runner.run(planned.scenarioCase, of: planned.scenario))
            }
            return report.hasFailures
                ? PageFailure(description: (lines + ["", report.ending]).joined(separator: "\n")) : nil
        }
    }
}
