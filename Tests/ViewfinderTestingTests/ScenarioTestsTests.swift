import Foundation
import Gallery
import Testing
import ViewfinderTesting

@Suite struct ScenarioTestsTests {
    /// What computes on the threads that all tests share waits there for those that block them.
    private static let computing = ["Scenarios/factors.yaml"]

    @Test(arguments: ScenarioTests<Gallery>(in: "Scenarios").filter { !computing.contains($0.path) })
    func `each scenario file of the gallery is a test case`(_ scenario: ScenarioTest<Gallery>) async throws {
        try await scenario.run()
    }

    @Test func `a scenario that fails says why`() async throws {
        let file = try Self.file("scenario: Nowhere\nsteps:\n  - open: /settings\n  - expect: Nothing of the kind\n")
        let failure = try await #require(throws: PageFailure.self) {
            try await ScenarioTests<Gallery>(in: file).first?.run()
        }
        #expect(failure.description.contains("\(file):4:5: expect: Nothing of the kind"))
        #expect(failure.description.contains("1 failed"))
    }

    @Test func `a file that is wrong is told with its place`() async throws {
        let file = try Self.file("scenario: Nowhere\nsteps:\n  - opn: /settings\n")
        let failure = try await #require(throws: PageFailure.self) {
            try await ScenarioTests<Gallery>(in: file).first?.run()
        }
        #expect(failure.description.contains("\(file):3:5: unknown step \"opn\""))
    }

    @Test func `a folder without scenarios is a case that fails`() async throws {
        let tests = ScenarioTests<Gallery>(in: "/nowhere/at/all")
        #expect(tests.count == 1)
        await #expect(throws: PageFailure.self) { try await tests.first?.run() }
    }

    private static func file(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.path() + "scenario-\(UUID().uuidString).yaml"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}
