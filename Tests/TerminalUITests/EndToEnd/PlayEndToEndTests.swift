import Foundation
import TestSupport
import Testing

/// Scenarios and traces, stepped through by a person in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct PlayEndToEndTests {
    private let program = Product.viewfinder ?? ""
    private let settings = Checkout.root.appending(path: "Scenarios/settings.yaml").path

    private func play(_ arguments: String, columns: Int = 140, rows: Int = 40) throws -> Tmux {
        let terminal = try Tmux(columns: columns, rows: rows)
        try terminal.command("clear; \(program) play \(arguments); echo status $?")
        return terminal
    }

    @Test func `The settings scenario is stepped through forward and back, inspected, and gone on with by hand`() throws
    {
        let terminal = try play("\(settings) --step 1")
        try terminal.waitFor("paused  1 of 12")
        try terminal.press("Right", "Right")
        try terminal.waitFor("paused  3 of 12")
        // The banner; what it says stands in the list of steps as well.
        try terminal.waitFor("─ ✗ error ─")
        try terminal.press("Left")
        try terminal.waitFor("paused  2 of 12")
        try terminal.waitUntilGone("─ ✗ error ─")
        try terminal.press("Right", "i")
        var screen = try terminal.waitFor("SettingsView")
        #expect(screen.contains("error: \"Name cannot be blank.\""))
        #expect(screen.contains("pushed save  form"))
        #expect(!screen.contains("go on by hand"))
        try terminal.press("i")
        try terminal.waitUntilGone("SettingsView")
        try terminal.press("End")
        try terminal.waitFor("─ i info ─")
        screen = try terminal.waitFor("go on by hand")
        #expect(screen.contains("12 of 12"))
        try terminal.press("Enter")
        // The live page of the case: its banner goes by its key, and what is typed gets to the view.
        try terminal.waitUntilGone("12 of 12")
        try terminal.waitFor("Saved — welcome, Ada!")
        try terminal.press("x")
        try terminal.waitUntilGone("Saved — welcome, Ada!")
        try terminal.press("Tab")
        try terminal.wait(for: "the cursor") { _ in try terminal.fact("cursor_flag") == "1" }
        try terminal.press("End")
        try terminal.type(" Lovelace")
        try terminal.press("Enter")
        try terminal.waitFor("Saved — welcome, Ada Lovelace!")
        try terminal.press("C-q")
        try terminal.waitFor("status 0")
    }

    @Test func `It plays by itself to the end, at its pace`() throws {
        let terminal = try play("\(settings) --pace 20")
        try terminal.waitFor("paused  12 of 12")
        try terminal.press("Home", "Space")
        try terminal.waitFor("paused  12 of 12")
        try terminal.press("q")
        try terminal.waitFor("status 0")
    }

    @Test func `In a terminal of 80 columns the steps are below, and a key leads to what failed`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "play-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "fails.yaml")
        let text = "scenario: Fails\nsteps:\n  - open: /settings\n  - submit: Save\n  - expect: Nowhere to be seen\n"
        try Data(text.utf8).write(to: file)
        let terminal = try play("\(file.path) --step 1", columns: 80, rows: 24)
        try terminal.waitFor("paused  1 of 3")
        try terminal.press("e")
        var screen = try terminal.waitFor("wanted  text \"Nowhere to be seen\"")
        #expect(screen.contains("✗ expect: Nowhere to be seen"))
        #expect(screen.contains("rows 1-"))
        try terminal.press("q")
        try terminal.waitFor("status 0")
        // The trace of the same run, as on another machine.
        try terminal.command("clear; \(program) test \(file.path) --trace \(folder.path)/traces; echo status $?")
        try terminal.waitFor("status 1")
        try terminal.command("clear; \(program) play \(folder.path)/traces/*.trace.jsonl --step 3; echo status $?")
        screen = try terminal.waitFor("wanted  text \"Nowhere to be seen\"")
        #expect(screen.contains("paused  3 of 3"))
        #expect(!screen.contains("go on by hand"))
        try terminal.press("q")
        try terminal.waitFor("status 0")
    }
}
