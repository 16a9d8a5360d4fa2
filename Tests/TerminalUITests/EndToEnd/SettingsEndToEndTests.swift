import Foundation
import TestSupport
import Testing

/// The gallery's settings view, worked by a person in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct SettingsEndToEndTests {
    private let program = Product.viewfinder ?? ""

    private func openSettings() throws -> Tmux {
        let terminal = try Tmux()
        try terminal.command("clear; \(program) open /settings; echo status $?")
        try terminal.waitFor("Name")
        return terminal
    }

    /// Puts the focus into the field, whatever has it now.
    private func enterField(_ terminal: Tmux) throws {
        try terminal.press("Tab")
        try terminal.wait(for: "the cursor") { _ in try terminal.fact("cursor_flag") == "1" }
    }

    @Test func `A blank name brings a banner, whose digit dismisses it`() throws {
        let terminal = try openSettings()
        try enterField(terminal)
        try terminal.press("Enter")
        try terminal.waitFor("Name cannot be blank.")
        // Red, by the palette or nearest to it.
        #expect(try terminal.styledScreen().contains("\u{1B}["))
        try terminal.press("Escape")
        try terminal.waitFor("q quit")
        try terminal.press("1")
        try terminal.waitUntilGone("Name cannot be blank.")
    }

    @Test func `A name is saved, and alt with the digit dismisses the banner from within the field`() throws {
        let terminal = try openSettings()
        try enterField(terminal)
        try terminal.type("Ada")
        try terminal.waitFor("Ada")
        try terminal.press("Enter")
        try terminal.waitFor("Saved — welcome, Ada!")
        try terminal.type(" L")
        try terminal.waitFor("Ada L")
        try terminal.press("Left")
        try terminal.wait(for: "the cursor one to the left") { screen in
            let row = screen.split(separator: "\n", omittingEmptySubsequences: false).first { $0.contains("Ada L") }
            let before = row?.components(separatedBy: "Ada L").first
            return try Int(terminal.fact("cursor_x")) == before.map { $0.count + 4 }
        }
        let column = try terminal.fact("cursor_x")
        try terminal.press("M-1")
        let screen = try terminal.waitUntilGone("Saved — welcome")
        #expect(screen.contains("Ada L"))
        #expect(try terminal.fact("cursor_x") == column)
        try terminal.type("x")
        try terminal.waitFor("Ada xL")
    }

    @Test func `A paste is one piece of text, and its line breaks submit nothing`() throws {
        let terminal = try openSettings()
        try enterField(terminal)
        try terminal.paste("Grace\nHopper\n")
        let screen = try terminal.waitFor("Grace")
        #expect(screen.contains("Hopper"))
        #expect(!screen.contains("Saved"))
    }

    @Test func `A resize keeps what was typed, and a window too small recovers`() throws {
        let terminal = try openSettings()
        try enterField(terminal)
        try terminal.type("Ada")
        try terminal.waitFor("Ada")
        try terminal.resize(columns: 50, rows: 12)
        try terminal.wait(for: "a narrower panel") { screen in
            screen.split(separator: "\n").first?.count == 50 && screen.contains("Ada")
        }
        try terminal.resize(columns: 18, rows: 5)
        try terminal.waitFor("larger")
        try terminal.resize(columns: 90, rows: 30)
        try terminal.wait(for: "a wider panel") { screen in
            screen.split(separator: "\n").first?.count == 90 && screen.contains("Ada")
        }
    }

    @Test func `The inspector shows the flash and the last event, and help the keys`() throws {
        let terminal = try openSettings()
        try terminal.resize(columns: 140, rows: 40)
        try enterField(terminal)
        try terminal.press("Enter")
        try terminal.waitFor("Name cannot be blank.")
        try terminal.press("F12")
        let screen = try terminal.waitFor("SettingsView")
        #expect(screen.contains("error: \"Name cannot be blank.\""))
        try terminal.type("3")
        try terminal.waitFor("save  form")
        try terminal.press("F1")
        try terminal.waitFor("type to find, Esc closes")
        try terminal.press("Escape")
        try terminal.waitUntilGone("type to find, Esc closes")
    }

    @Test func `An element is picked on the page and copied as a scenario's target`() throws {
        let terminal = try openSettings()
        try terminal.press("F12")
        try terminal.waitFor("1 State")
        try terminal.type("p")
        let labelled = try terminal.wait(for: "a label over the button") {
            $0.contains(/\w.?Save \]/) && !$0.contains("[ Save ]")
        }
        let label = try #require(labelled.firstMatch(of: /(\w+) ?Save \]/)).1
        try terminal.type(String(label))
        try terminal.waitFor("button")
        try terminal.type("y")
        let copied = try terminal.waitFor("copied")
        #expect(copied.contains("copied Save"))
        try terminal.press("Escape")
        try terminal.waitUntilGone("p pick")
        try enterField(terminal)
        try terminal.type("Ada")
        try terminal.waitFor("[Ada ")
    }
}
