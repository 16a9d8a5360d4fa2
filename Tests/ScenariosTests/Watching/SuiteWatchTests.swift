import Foundation
import LiveEngine
import Synchronization
import Testing

@testable import Scenarios

@Suite struct SuiteWatchTests {
    /// A folder of files, watched.
    private final class Bench {
        let folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
        let watch: SuiteWatch
        /// The cases that were run, in the order in which they were.
        private let ran = Ran()

        init(_ files: [String: String], update: SnapshotUpdate = .none) throws {
            let (path, ran) = (folder.path(), ran)
            watch = SuiteWatch(
                paths: [path], options: ScenarioSuite.Options(),
                makePlanner: { SuitePlanner(filter: ScenarioFilter(names: $0)) },
                makeRunner: { given in
                    ScenarioRunner(
                        update: given ?? update,
                        makeObservers: { scenarioCase in
                            ran.add(scenarioCase.id)
                            return []
                        },
                        makeHost: { clock, observer in
                            let routes = Routes { Route("/settings", "Settings") { SettingsView() } }
                            return Engine(routes: routes, clock: clock, observer: observer)
                        })
                })
            for (name, text) in files { try write(text, to: name) }
            watch.start(wake: {})
            try settle()
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func write(_ text: String, to name: String) throws {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.appending(path: name)) }

        /// Waits until nothing is run any more.
        func settle() throws {
            let end = ContinuousClock.now + .seconds(300)
            watch.takeResults()
            while case .running = watch.state {
                try #require(ContinuousClock.now < end)
                usleep(1000)
                watch.takeResults()
            }
        }

        /// Looks for changes and waits for what is run; gives the names of the cases that were.
        func look() throws -> [String] {
            watch.look()
            try settle()
            return takeRan()
        }

        func takeRan() -> [String] {
            ran.take().map { $0.replacing(folder.path() + "/", with: "") }.sorted()
        }
    }

    private final class Ran: Sendable {
        private let ids = Mutex<[String]>([])

        func add(_ id: String) { ids.withLock { $0.append(id) } }

        func take() -> [String] {
            ids.withLock { ids in
                defer { ids = [] }
                return ids
            }
        }
    }

    private static let passing = "scenario: Passes\nsteps:\n  - open: /settings\n"
    private static let failing = passing + "  - expect: Nowhere\n"
    private static let including = "scenario: Includes\nsteps:\n  - include: shared/open.yaml\n"
    private static let part = "- open: /settings\n"
    private static let files = [
        "a.yaml": passing, "b.yaml": failing, "c.yaml": including, "shared/open.yaml": part,
    ]

    @Test func `At the start all is run, and then nothing until something changes`() throws {
        let bench = try Bench(Self.files)
        #expect(bench.takeRan() == ["a.yaml", "b.yaml", "c.yaml"])
        #expect(bench.watch.summary == "2 passed, 1 failed")
        #expect(bench.watch.hasFailures)
        #expect(bench.watch.text.contains("wanted  text \"Nowhere\""))
        #expect(bench.watch.fileCount == 4)
        #expect(try bench.look() == [])
        #expect(bench.watch.state == .waiting)
    }

    @Test func `A change runs the cases of the file, or of all files that include it`() throws {
        let bench = try Bench(Self.files)
        _ = bench.takeRan()
        try bench.write(Self.passing + "  - submit\n", to: "b.yaml")
        #expect(try bench.look() == ["b.yaml"])
        #expect(bench.watch.summary == "3 passed, 0 failed")
        #expect(bench.watch.reason == "b.yaml changed")
        try bench.write(Self.part + "- expect: Nowhere\n", to: "shared/open.yaml")
        #expect(try bench.look() == ["c.yaml"])
        #expect(bench.watch.summary == "2 passed, 1 failed")
    }

    @Test func `Files that come are run, and those that go are forgotten`() throws {
        let bench = try Bench(Self.files)
        _ = bench.takeRan()
        try bench.write(Self.passing, to: "sub/new.yaml")
        #expect(try bench.look() == ["sub/new.yaml"])
        try bench.remove("b.yaml")
        #expect(try bench.look() == [])
        #expect(bench.watch.summary == "3 passed, 0 failed")
    }

    @Test func `A file that is half written is told and waited for, and nothing that changed meanwhile is lost`() throws
    {
        let bench = try Bench(Self.files)
        _ = bench.takeRan()
        try bench.write("scenario: A\nsteps:\n  - opne: /\n", to: "a.yaml")
        #expect(try bench.look() == [])
        guard case .unusable(let words) = bench.watch.state else { throw Missing() }
        #expect(words.contains("opne"))
        try bench.write(Self.passing, to: "b.yaml")
        #expect(try bench.look() == [])
        try bench.write(Self.passing, to: "a.yaml")
        #expect(try bench.look() == ["a.yaml", "b.yaml"])
        #expect(bench.watch.state == .waiting)
    }

    @Test func `A part that is missing is waited for`() throws {
        let bench = try Bench(["c.yaml": Self.including])
        guard case .unusable = bench.watch.state else { throw Missing() }
        #expect(bench.takeRan() == [])
        try bench.write(Self.part, to: "shared/open.yaml")
        #expect(try bench.look() == ["c.yaml"])
    }

    @Test func `Keys run all, those that failed, or the last ones again`() throws {
        let bench = try Bench(Self.files)
        _ = bench.takeRan()
        bench.watch.runFailed()
        try bench.settle()
        #expect(bench.takeRan() == ["b.yaml"])
        bench.watch.runAgain()
        try bench.settle()
        #expect(bench.takeRan() == ["b.yaml"])
        bench.watch.runAll(because: "test")
        try bench.settle()
        #expect(bench.takeRan() == ["a.yaml", "b.yaml", "c.yaml"])
    }

    @Test func `A filter chooses by name until it is taken back, and one that fits nothing is told`() throws {
        let bench = try Bench(Self.files)
        _ = bench.takeRan()
        bench.watch.setFilter("Includes")
        try bench.settle()
        #expect(bench.takeRan() == ["c.yaml"])
        #expect(bench.watch.summary == "1 passed, 0 failed")
        bench.watch.setFilter("nothing of that name")
        guard case .unusable(let words) = bench.watch.state else { throw Missing() }
        #expect(words.contains("nothing of that name"))
        bench.watch.setFilter("")
        try bench.settle()
        #expect(bench.takeRan() == ["a.yaml", "b.yaml", "c.yaml"])
    }

    @Test func `Snapshots are written on demand, and one that is edited runs its cases`() throws {
        let bench = try Bench(["a.yaml": Self.passing + "  - snapshot: page\n", "b.yaml": Self.passing])
        #expect(bench.watch.summary == "1 passed, 1 failed")
        _ = bench.takeRan()
        bench.watch.runFailed(update: .changed)
        try bench.settle()
        #expect(bench.watch.summary == "2 passed, 0 failed")
        #expect(bench.takeRan() == ["a.yaml"])
        #expect(try bench.look() == [], "what it wrote itself is no change")
        try bench.write("another picture\n", to: "__snapshots__/a/page.txt")
        #expect(try bench.look() == ["a.yaml"])
        #expect(bench.watch.hasFailures)
    }

    @Test func `A change during a run ends it, and runs what was left with what was touched`() throws {
        let many = Dictionary(uniqueKeysWithValues: (10..<60).map { ("\($0).yaml", Self.passing) })
        let bench = try Bench(many)
        _ = bench.takeRan()
        bench.watch.runAll(because: "test")
        try bench.write(Self.failing, to: "59.yaml")
        bench.watch.look()
        try bench.settle()
        #expect(bench.watch.summary == "49 passed, 1 failed")
    }

    private struct Missing: Error {}
}
