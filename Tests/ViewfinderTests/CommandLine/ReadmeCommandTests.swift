import Foundation
import TestSupport
import Testing

/// The README's command lines, run as they stand there.
@Suite("The README's commands")
struct ReadmeCommandTests {
    private let viewfinder = Program("viewfinder")

    /// What the README has after `swift run viewfinder`, line by line, without the remarks.
    private static let commands: [[String]] = {
        let text = (try? Checkout.text(of: "README.md")) ?? ""
        return text.matches(of: /swift run viewfinder([^\n#]*)#/).map { match in
            match.1.split(separator: " ").map(String.init)
        }
    }()

    @Test("are as many as this test knows")
    func count() {
        #expect(
            Self.commands.map { $0.first ?? "" } == [
                "", "open", "views", "render", "test", "play", "scenario", "scenario",
            ])
    }

    @Test("run, and print pages as text in a pipe", arguments: commands)
    func runs(arguments: [String]) throws {
        // Scenarios are found from anywhere, and write nothing here.
        let arguments = arguments.map {
            $0.hasPrefix("Scenarios") ? Checkout.root.appendingPathComponent($0).path : $0
        }
        let outcome = try viewfinder.run(arguments + (arguments.first == "test" ? ["--update", "none"] : []))
        #expect(outcome.status == 0, "\(outcome.output.suffix(2_000)) \(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        #expect(!outcome.output.contains("\u{1B}"))
        let wanted =
            switch arguments.first {
            case "open", "render": "[ Save ]"
            case "views": "save a name, see a banner"
            case "test": "passed"
            case "play": "1 of 12"
            case "scenario": arguments.contains("lint") ? "0 errors" : "let: Sets variables"
            default: "live views in your terminal"
            }
        #expect(outcome.output.contains(wanted))
    }

    @Test("give one frame of the size that is asked for, or the document")
    func render() throws {
        let frame = try viewfinder.run("render", "/settings", "--size", "80x24").output
        #expect(frame.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.count <= 80 })
        #expect(try viewfinder.run("render", "/settings", "--as", "html").output.contains("phx-submit=\"save\""))
    }

    @Test("leave 1 when a scenario fails, and 2 when the call, the script or the terminal cannot be used")
    func exitCodes() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("viewfinder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func run(_ scenario: String) throws -> Int32 {
            let file = folder.appendingPathComponent("one.yaml")
            try Data(scenario.utf8).write(to: file)
            return try viewfinder.run("test", file.path).status
        }
        let steps = "scenario: One\nsteps:\n  - open: /settings\n"
        #expect(try run(steps + "  - expect: { text: Settings }\n") == 0)
        #expect(try run(steps + "  - expect: { text: Nonsense }\n") == 1)
        #expect(try run(steps + "  - nonsense: true\n") == 2)
        #expect(try viewfinder.run("nonsense", "--nonsense").status == 2)
        #expect(try viewfinder.run("open", "/nonsense").status == 2)
    }

    @Test("render a template file on its own, as the README says")
    func template() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("viewfinder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, data) = (folder.appendingPathComponent("hello.html"), folder.appendingPathComponent("data.json"))
        try Data("Hello, {{ name|upper }}".utf8).write(to: file)
        try Data(#"{"name": "Ada"}"#.utf8).write(to: data)
        let outcome = try viewfinder.run("template", file.path, "--data", data.path)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Hello, ADA"))
    }
}
