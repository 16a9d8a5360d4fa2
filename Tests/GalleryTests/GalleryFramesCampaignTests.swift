import Foundation
import LiveProtocol
import Scenarios
import Synchronization
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import Viewfinder

/// The gallery's scenarios again and again: what is seen after each step is the same each time.
@Suite(.serialized)
struct GalleryFramesCampaignTests {
    /// What the steps of one run show; nothing for a step after which a task waits for something outside of the program.
    private final class Frames: Sendable {
        private let frames = Mutex<[String?]>([])

        var all: [String?] { frames.withLock { $0 } }

        func append(_ frame: String?) { frames.withLock { $0.append(frame) } }
    }

    private final class Watch: CaseObserver {
        private let frames: Frames

        init(_ frames: Frames) { self.frames = frames }

        func stepEnded(_ moment: StepMoment) {
            guard !moment.simulator.isServerWorking else { return frames.append(nil) }
            let frame = moment.simulator.frame()
            frames.append(
                "\(moment.step.path):\(moment.step.place.line)\n\(frame.text)\n\(String(describing: frame.cursor))")
        }

        func caseEnded(_ result: CaseResult) {}
    }

    private static func frames(of scenarios: [Scenario]) -> [String?] {
        let frames = Frames()
        let runner = ScenarioRunner(
            makeSettings: { PageFactory<Gallery>().clientSettings }, now: { RealTime.monotonic },
            makeObservers: { _ in [Watch(frames)] },
            makeHost: { clock, observer in PageFactory<Gallery>().makeEngine(clock: clock, observer: observer) })
        for scenario in scenarios { _ = runner.run(scenario) }
        return frames.all
    }

    /// What computes on the threads that all tests share waits there for those that block them.
    private static let computing = "factors.yaml"

    private static func scenarios() throws -> [Scenario] {
        let folder = Checkout.root.appendingPathComponent("Scenarios").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".yaml") && $0 != computing
        }
        return try names.sorted().map { try #require(ScenarioReader().read(path: "\(folder)/\($0)").scenario, "\($0)") }
    }

    /// Runs all of them for a number of times.
    ///
    /// - Returns: The steps after which another frame was seen than in the first run.
    private static func differences(rounds: Int) throws -> (steps: Int, differences: Set<String>) {
        let scenarios = try scenarios()
        let first = frames(of: scenarios)
        var differences: Set<String> = []
        for _ in 1..<rounds {
            let others = frames(of: scenarios)
            if others.count != first.count { differences.insert("\(others.count) steps instead of \(first.count)") }
            for case (let one?, let other?) in zip(first, others) where one != other {
                differences.insert(one + "\n\nis another time\n\n" + other)
            }
        }
        return (first.count { $0 != nil }, differences)
    }

    @Test func `each frame of the gallery's scenarios is the same each time`() async throws {
        let rounds = Campaign.rounds(usually: 4)
        // Waiting for tasks blocks the thread, which must not be one of those that run them.
        let (steps, differences) = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try Self.differences(rounds: rounds) })
            }
        }
        #expect(steps > 400)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n\n"))")
        try Campaign.report(
            "gallery", "\(steps) frames of its scenarios, \(rounds) times", "\(differences.count) differ")
    }
}
