import Foundation
import Gallery
import LiveRemote
import LiveServer
import Scenarios
import Synchronization
import TestSupport
import Testing
import Viewfinder

/// The gallery's scenarios on its own server, beside what they are in process.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct GalleryByURLTests {
    /// What computes on the threads that all tests share waits there for those that block them.
    private static let computing = "factors.yaml"

    private static let names: [String] = {
        let folder = Checkout.root.appendingPathComponent("Scenarios").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") && $0 != computing }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// Runs one file, each case on a server of its own, whose time stands still unless the case moves it.
    private static func run(_ name: String) throws -> (hasFailures: Bool, ending: String) {
        let path = Checkout.root.appendingPathComponent("Scenarios/\(name).yaml").path
        let read = ScenarioReader().read(path: path)
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        // What goes past the page, and chance with a seed, is for views of the own process.
        guard !scenario.tags.contains("in-process") else { return (false, "") }
        var report = ScenarioReport()
        for scenarioCase in scenario.cases {
            let time = MovedTime(epoch: scenarioCase.world.clock)
            let server = try start(by: time)
            defer { server.stop(within: .seconds(1)) }
            let access = ServerAccess(
                address: ServerAddress("http://127.0.0.1:\(server.address.port)"), isCompared: true,
                date: { RealTime.date },
                moveTime: { step in
                    time.move(by: step)
                    server.noticeTime()
                }, makeHost: { _ in RemoteHost() })
            _ = report.add(runner(by: access).run(scenarioCase, of: scenario))
        }
        return (report.hasFailures, report.ending)
    }

    private static func start(by time: MovedTime) throws -> LiveServer {
        let factory = PageFactory<Gallery>()
        var options = ServerOptions()
        options.port = 0
        let server = LiveServer(
            routes: factory.routes, layout: factory.layout, sessionLimits: factory.limits, options: options,
            now: { time.epoch + time.passed }, movedTime: { time.passed })
        try server.start()
        return server
    }

    private static func runner(by access: ServerAccess) -> ScenarioRunner {
        ScenarioRunner(
            makeSettings: { PageFactory<Gallery>().clientSettings }, now: { RealTime.monotonic }, server: access
        ) { clock, observer in PageFactory<Gallery>().makeEngine(clock: clock, observer: observer) }
    }

    @Test(arguments: names)
    func `A scenario of the gallery passes by URL with the frames that it has in process`(name: String) async throws {
        let (hasFailures, ending) = try await onThread { try Self.run(name) }
        #expect(!hasFailures, "\(ending)")
    }
}

/// A time that stands still unless it is moved.
private final class MovedTime: Sendable {
    let epoch: Duration
    private let state = Mutex(Duration.zero)

    init(epoch: Duration) { self.epoch = epoch }

    var passed: Duration { state.withLock { $0 } }

    func move(by step: Duration) { state.withLock { $0 += step } }
}

/// Does on a thread of its own what blocks it: those that tests share are there for the tasks of views as well.
private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try work() }) }
    }
}
