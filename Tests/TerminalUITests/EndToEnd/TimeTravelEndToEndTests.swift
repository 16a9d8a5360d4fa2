import TestSupport
import Testing

/// The past of the gallery's settings view, looked at in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct TimeTravelEndToEndTests {
    @Test func `One steps back from within a field, sees what an event changed, and goes on from there`() throws {
        let terminal = try Tmux()
        try terminal.command("clear; \(Product.viewfinder ?? "") open /settings; echo status $?")
        try terminal.waitFor("Name")
        try terminal.press("Tab")
        try terminal.type("Ada")
        try terminal.waitFor("Ada")
        try terminal.press("Enter")
        try terminal.waitFor("Saved — welcome, Ada!")
        try terminal.type("x")
        try terminal.waitFor("Adax")
        try terminal.press("Enter")
        try terminal.waitFor("Saved — welcome, Adax!")
        try terminal.press("M-t")
        let newest = try terminal.waitFor("as it was")
        #expect(newest.contains("event \"save\""))
        try terminal.press("Left", "Left")
        let screen = try terminal.waitUntilGone("Adax")
        #expect(screen.contains("welcome, Ada!"))
        try terminal.press("Enter")
        try terminal.waitFor("what the outside world saw is not undone")
        try terminal.press("M-1")
        let present = try terminal.waitUntilGone("Saved — welcome")
        #expect(!present.contains("as it was"))
        try terminal.press("C-q")
        try terminal.waitFor("status 0")
    }
}
