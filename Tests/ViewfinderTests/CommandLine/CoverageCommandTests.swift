import Foundation
import LiveProtocol
import Scenarios
import TestSupport
import Testing

@Suite("Coverage by the test command")
struct CoverageCommandTests {
    private let viewfinder = Program("viewfinder")

    /// Runs a scenario file in a folder of its own, where coverage is written to `coverage.json`.
    private func run(
        _ text: String, _ options: String...
    ) throws -> (outcome: Command.Outcome, file: JSONValue?) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("exercise-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let scenario = folder.appendingPathComponent("case.yaml")
        try text.write(to: scenario, atomically: true, encoding: .utf8)
        let file = folder.appendingPathComponent("coverage.json")
        let outcome = try viewfinder.run(
            ["test", scenario.path, "--update", "none"] + options.map { $0 == "FILE" ? file.path : $0 })
        return (outcome, try (try? String(contentsOf: file, encoding: .utf8)).map { try JSONValue(parsing: $0) })
    }

    private static let settings =
        "scenario: Settings\nsteps:\n  - open: /settings\n  - submit: Save\n  - dismiss: error\n"

    private func items(_ file: JSONValue?, _ kind: CoverageKind) -> [JSONValue] {
        guard case .array(let items)? = file?["items"] else { return [] }
        return items.filter { $0["kind"]?.string == kind.rawValue }
    }

    @Test func `The table names what was left out, and the file has it all`() throws {
        let (outcome, file) = try run(
            Self.settings + "  - expect: { flash: { error: null } }\n", "--coverage-file", "FILE")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("1 passed, 0 failed"))
        #expect(outcome.output.contains("\ncoverage:\n  routes "))
        #expect(outcome.output.contains("routes that were never opened:\n"))
        #expect(outcome.output.contains("\n  /counter"))
        let routes = items(file, .routes)
        #expect(routes.filter { $0["covered"] == true }.compactMap { $0["place"]?.string } == ["/settings"])
        #expect(routes.count > 20)
        let bindings = items(file, .bindings)
        #expect(!bindings.isEmpty)
        #expect(bindings.allSatisfy { $0["place"] == "/settings" && $0["view"] == "SettingsView" })
        #expect(
            items(file, .events).contains(
                ["kind": "events", "covered": true, "place": "SettingsView", "name": "save"]))
    }

    @Test func `Template files are told by their lines`() throws {
        let (_, file) = try run("scenario: Flash\nsteps:\n  - open: /flash\n", "--coverage-file", "FILE")
        let branches = items(file, .branches)
        let places = branches.compactMap { $0["place"]?.string }
        #expect(places.contains { $0.contains("/Flash/") && $0.contains(".html:") }, "\(places)")
        #expect(branches.contains { $0["covered"] == true })
        #expect(branches.contains { $0["covered"] == false })
    }

    @Test func `Two runs write the same file`() throws {
        let first = try run(Self.settings, "--coverage-file", "FILE").file
        #expect(try run(Self.settings, "--coverage-file", "FILE").file == first)
        #expect(first != nil)
    }

    @Test(arguments: [("routes=1", 0), ("90", 1), ("events=0", 0), ("bindings=100", 0), ("routes=100", 1)])
    func `A run that exercises too little fails`(minimum: String, status: Int32) throws {
        let outcome = try run(Self.settings, "--coverage-min", minimum).outcome
        #expect(outcome.status == status, "\(outcome.output)")
        #expect(outcome.output.contains("expected at least") == (status == 1))
    }

    @Test func `Nothing of it is told unless it is asked for, or when nothing was run`() throws {
        #expect(try !run(Self.settings).outcome.output.contains("coverage"))
        let (outcome, file) = try run("scenario: Broken\nsteps:\n  - opne: /\n", "--coverage-file", "FILE")
        #expect(outcome.status == 2)
        #expect(!outcome.output.contains("coverage:"))
        #expect(file == nil)
    }

    @Test func `A file that cannot be written, and a minimum that is none, are errors`() throws {
        let unwritable = try run(Self.settings, "--coverage-file", "/proc/nowhere/coverage.json").outcome
        #expect(unwritable.status == 2)
        #expect(unwritable.errors.contains("the coverage cannot be written to /proc/nowhere/coverage.json: "))
        let wrong = try run(Self.settings, "--coverage-min", "evens=3").outcome
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("evens=3"))
    }
}
