import Foundation
import Gallery
import LiveRemote
import LiveServer
import Scenarios
import TestSupport
import Testing
import Viewfinder

/// The gallery's scenarios on its own server, beside what they are in process.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct GalleryByURLTests {
    /// What needs the view in the same process, since its pictures show virtual time, or since it lets more time pass than a
    /// person would wait for.
    private static let bound: Set<String> = ["bridge", "clock", "connection", "status"]
    /// What lets so much time pass that a test does not wait for it.
    private static let slow: Set<String> = ["cellar", "typing"]

    private static let names: [String] = {
        let folder = Checkout.root.appendingPathComponent("Scenarios").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// Runs one file, each case on a server of its own, and says what came of it.
    private static func run(_ name: String) throws -> (hasFailures: Bool, ending: String) {
        let path = Checkout.root.appendingPathComponent("Scenarios/\(name).yaml").path
        let read = ScenarioReader().read(path: path)
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let factory = PageFactory<Gallery>()
        var report = ScenarioReport()
        for scenarioCase in scenario.cases {
            var options = ServerOptions()
            options.port = 0
            let app = Gallery()
            let server = LiveServer(
                routes: Routes(app.routes), layout: app.layout, sessionLimits: app.limits, options: options,
                now: { RealTime.date })
            try server.start()
            defer { server.stop(within: .seconds(1)) }
            let access = ServerAccess(
                address: ServerAddress("http://127.0.0.1:\(server.address.port)"), isCompared: true,
                date: { RealTime.date }, makeHost: { _ in RemoteHost() })
            let runner = ScenarioRunner(
                settings: factory.clientSettings, now: { RealTime.monotonic }, server: access
            ) { clock, observer in factory.makeEngine(clock: clock, observer: observer) }
            _ = report.add(runner.run(scenarioCase, of: scenario))
        }
        return (report.hasFailures, report.ending)
    }

    @Test(arguments: names.filter { !bound.union(slow).contains($0) })
    func `A scenario of the gallery passes by URL with the frames that it has in process`(name: String) async throws {
        let (hasFailures, ending) = try await onThread { try Self.run(name) }
        #expect(!hasFailures, "\(ending)")
    }

    @Test(arguments: bound)
    func `A scenario that needs the view in the same process says so`(name: String) async throws {
        let (hasFailures, ending) = try await onThread { try Self.run(name) }
        #expect(hasFailures)
        #expect(ending.contains("this needs the view in the same process"), "\(ending)")
    }
}

/// Does on a thread of its own what blocks it: those that tests share are there for the tasks of views as well.
private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}
