import Foundation
import TestSupport
import Testing

/// A person at a terminal who records a scenario.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct RecordEndToEndTests {
    private let program = Product.viewfinder ?? ""
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "viewfinder-\(UUID().uuidString)")
    private var file: String { folder.appendingPathComponent("saving.yaml").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private func record(_ arguments: String, columns: Int = 120, rows: Int = 24) throws -> Tmux {
        let terminal = try Tmux(columns: columns, rows: rows)
        try terminal.command("clear; \(program) record \(file) \(arguments); echo status $?")
        return terminal
    }

    /// The scenario that the article, and the README where it has one, show as recorded.
    private func shown() throws -> String {
        let article = try Checkout.text(of: "Sources/Viewfinder/Viewfinder.docc/RecordingScenarios.md")
        let start = try #require(article.range(of: "```yaml\n")).upperBound
        let end = try #require(article[start...].range(of: "```")).lowerBound
        return String(article[start..<end])
    }

    @Test func `the settings recorded are the file that is shown, and it passes`() throws {
        let terminal = try record("/settings")
        try terminal.waitFor("- open: /settings")
        try terminal.press("Tab", "Enter")
        try terminal.waitFor("- submit")
        try terminal.press("F3")
        try terminal.waitFor("- expect: { flash: { error:")
        try terminal.press("M-1")
        try terminal.waitFor("- dismiss: error")
        try terminal.type("Ada")
        try terminal.waitFor("- fill: { label: Name, with:")
        try terminal.press("Enter")
        try terminal.waitFor("Saved — welcome, Ada!")
        try terminal.press("F3")
        try terminal.waitFor("- expect: { flash: { info:")
        try terminal.press("C-q")
        try terminal.waitFor("What does it show?: Settings")
        try terminal.press("C-u")
        try terminal.type("Saving the settings")
        try terminal.press("Enter")
        try terminal.waitFor("status 0")
        #expect(try terminal.screen().contains("is written, and passes."))
        let shown = try shown()
        #expect(try text(file) == shown)
        #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.contains("partial") })
        let readme = try Checkout.text(of: "README.md")
        #expect(!readme.contains("viewfinder record") || readme.contains(shown))
    }

    @Test func `a step is taken back, a text is marked, and a recording that is cut off stays`() throws {
        let terminal = try record("/settings --title Marks", columns: 80)
        try terminal.waitFor("- open: /settings")
        try terminal.press("Tab", "x")
        try terminal.waitFor("- fill: { label: Name, with: x }")
        try terminal.press("F8")
        try terminal.waitUntilGone("- fill")
        try terminal.press("F2")
        try terminal.waitFor("- expect: { target: Name, value: x }")
        try terminal.press("C-c")
        try terminal.waitFor("status 130")
        #expect(try terminal.screen().contains("The recording was cut off"))
        #expect(try text(file + ".partial").contains("- expect: { target: Name, value: x }"))
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test func `a file that is there is added to or begun anew, as the person says`() throws {
        try "scenario: Old\nsteps:\n  - open: /flash\n".write(toFile: file, atomically: true, encoding: .utf8)
        // Wide enough for the file's path and the question in one line.
        let terminal = try record("/settings --title New", columns: 220)
        try terminal.waitFor("(c)ancel?")
        try terminal.press("c", "Enter")
        try terminal.waitFor("status 2")
        try terminal.command("clear; \(program) record \(file) /settings --append; echo status $?")
        try terminal.waitFor("- open: /settings")
        try terminal.press("q")
        try terminal.waitFor("status 0")
        #expect(try text(file) == "scenario: Old\nsteps:\n  - open: /flash\n  - open: /settings\n")
        try terminal.command("clear; \(program) record \(file) /settings --overwrite --title New; echo status $?")
        try terminal.waitFor("- open: /settings")
        try terminal.press("q")
        try terminal.waitFor("status 0")
        #expect(try text(file) == "scenario: New\nsteps:\n  - open: /settings\n")
        #expect(try text(file + "~").hasPrefix("scenario: Old\n"))
    }

    @Test func `a page elsewhere that there is not leaves nothing behind`() throws {
        let outcome = try Program("viewfinder").run("record", file, "/settings")
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("record: there is no terminal"))
        // High enough for the list of all views.
        let terminal = try record("/setings", rows: 100)
        try terminal.waitFor("status 2")
        #expect(try terminal.screen().contains("Did you mean /settings?"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
