import Foundation
import TestSupport
import Testing

/// The README's table of keys, walked through row by row in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct ReadmeKeysTests {
    private static let program = Product.viewfinder ?? ""

    private typealias Walk = @Sendable () throws -> Void

    /// What is done for each row, by the row's keys as they are written.
    private static let walks: [String: Walk] = [
        "`Tab`, `Shift+Tab`": moveTheFocus,
        "`Enter`": submitAndActivate,
        "`Space`": tickPressAndChooseFile,
        "arrows": chooseAndScroll,
        "`1` … `9`, `0`": dismissByDigit,
        "`x`, `X`": dismissNewestAndAll,
        "`f`": followLabel,
        "`Esc`": leaveField,
        "`Alt+Left`, `Alt+Right`, `r` or `F5`": goThroughHistory,
        "`/`, `n`, `N`": search,
        "`:` or `Ctrl+P`": findByName,
        "`v`, `y`": copy,
        "`Alt+T` or `F7`": lookAtThePast,
        "`F12` or `Ctrl+O`": inspect,
        "`?`": showAllKeys,
        "`Ctrl+L`, `Ctrl+Z`": redrawAndSuspend,
        "`q`, `Ctrl+Q`": quit,
    ]

    @Test func `Every row of the table has its walk`() throws {
        #expect(try Readme.table(under: "Keys").compactMap(\.first).sorted() == Self.walks.keys.sorted())
    }

    @Test("A row says what its keys do", arguments: walks.keys.sorted())
    func row(keys: String) throws {
        let walk = try #require(Self.walks[keys])
        try walk()
    }

    // MARK: - The rows

    private static func open(_ path: String, _ wanted: String, columns: Int = 80, rows: Int = 24) throws -> Tmux {
        let terminal = try Tmux(columns: columns, rows: rows, command: "PS1='$ ' bash --norc")
        try terminal.waitFor("$")
        try terminal.command("clear; \(program) open \(path); echo status $?")
        try terminal.waitFor(wanted)
        return terminal
    }

    /// Waits until the cursor stands in a field, or in none.
    private static func waitForCursor(_ terminal: Tmux, _ isShown: Bool) throws {
        try terminal.wait(for: isShown ? "the cursor" : "no cursor") { _ in
            try terminal.fact("cursor_flag") == (isShown ? "1" : "0")
        }
    }

    private static func moveTheFocus() throws {
        let terminal = try open("/settings", "Name")
        try terminal.press("Tab")
        try waitForCursor(terminal, true)
        try terminal.press("Tab")
        try waitForCursor(terminal, false)
        try terminal.press("BTab")
        try waitForCursor(terminal, true)
    }

    private static func submitAndActivate() throws {
        let form = try open("/settings", "Name")
        try form.press("Tab", "Enter")
        try form.waitFor("Name cannot be blank.")
        let button = try open("/settings", "Name")
        try button.press("Tab", "Tab", "Enter")
        try button.waitFor("Name cannot be blank.")
    }

    private static func tickPressAndChooseFile() throws {
        let boxes = try open("/check-boxes", "0 of 500 are ticked")
        try boxes.press("Tab", "Space", "Tab", "Space")
        try boxes.wait(for: "a ticked box") { $0.contains(/[12] of 500/) }
        let counter = try open("/counter/5", "The count is 5")
        try counter.press("Tab", "Space")
        try counter.waitFor("The count is 4")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("viewfinder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("words".utf8).write(to: folder.appendingPathComponent("paper.txt"))
        for key in ["Space", "Enter"] {
            let drawer = try open("/uploads", "Papers", columns: 120)
            try drawer.press("Tab", key)
            try drawer.waitFor("File for Papers")
            try drawer.type(folder.appendingPathComponent("pa").path)
            try drawer.press("Tab")
            try drawer.waitFor("paper.txt")
            try drawer.press("Enter")
            try drawer.waitFor("Take back")
        }
    }

    private static func chooseAndScroll() throws {
        let form = try open("/plants/new", "[half")
        try form.press("Tab", "Tab", "Tab", "Down")
        try form.waitUntilGone("[half")
        let page = try open("/check-boxes", "0 of 500 are ticked", rows: 12)
        try page.press("Down", "Down", "Down", "Down", "Down")
        try page.waitUntilGone("0 of 500 are ticked")
        try page.press("Up", "Up", "Up", "Up", "Up")
        try page.waitFor("0 of 500 are ticked")
    }

    private static func dismissByDigit() throws {
        let terminal = try open("/settings", "Name")
        try terminal.press("Tab", "Enter")
        try terminal.waitFor("Name cannot be blank.")
        try terminal.press("M-1")
        try terminal.waitUntilGone("Name cannot be blank.")
        try terminal.press("Enter")
        try terminal.waitFor("Name cannot be blank.")
        try terminal.press("Escape")
        try waitForCursor(terminal, false)
        try terminal.press("1")
        try terminal.waitUntilGone("Name cannot be blank.")
    }

    private static func dismissNewestAndAll() throws {
        let terminal = try open("/flash", "Put a message", rows: 40)
        let (info, success, warning) = ("Your draft", "The parcel", "Your session ends")
        for message in [info, success, warning] {
            try terminal.press("Tab", "Enter")
            try terminal.waitFor(message)
        }
        try terminal.press("x")
        let screen = try terminal.waitUntilGone(warning)
        #expect(screen.contains(info) && screen.contains(success))
        try terminal.press("X")
        try terminal.waitUntilGone(info)
        try terminal.waitUntilGone(success)
    }

    private static func followLabel() throws {
        let terminal = try open("/settings", "[ Save ]")
        try terminal.press("f")
        let screen = try terminal.wait(for: "a label over the button") {
            $0.contains(/.\s?Save \]/) && !$0.contains("[ Save ]")
        }
        let label = try #require(screen.firstMatch(of: /(\w) ?Save \]/)).1
        try terminal.type(String(label))
        try terminal.waitFor("Name cannot be blank.")
    }

    private static func leaveField() throws {
        let terminal = try open("/settings", "Name")
        try terminal.press("Tab")
        try waitForCursor(terminal, true)
        try terminal.press("Escape")
        try waitForCursor(terminal, false)
    }

    private static func goThroughHistory() throws {
        let terminal = try open("/", "live views in your terminal")
        try terminal.press("Tab", "Enter")
        try terminal.waitFor("[ Save ]")
        try terminal.press("M-Left")
        try terminal.waitFor("live views in your terminal")
        try terminal.press("M-Right")
        try terminal.waitFor("[ Save ]")
        let counter = try open("/counter/5", "The count is 5")
        for key in ["r", "F5"] {
            try counter.press("Up")
            try counter.waitFor("The count is 6")
            try counter.press(key)
            try counter.waitFor("The count is 5")
        }
    }

    private static func inspect() throws {
        let terminal = try open("/settings", "Name", columns: 140, rows: 40)
        try terminal.press("Tab", "Enter")
        try terminal.waitFor("Name cannot be blank.")
        try terminal.press("F12")
        // Context, flash, and the last event with its diff.
        let screen = try terminal.waitFor("SettingsView")
        #expect(screen.contains("name: \"\""))
        #expect(screen.contains("error: \"Name cannot be blank.\""))
        try terminal.type("3")
        try terminal.waitFor("save  form")
        try terminal.type("1")
        try terminal.waitFor("SettingsView")
        try terminal.press("C-o")
        try terminal.waitUntilGone("SettingsView")
        try terminal.press("C-o")
        try terminal.waitFor("SettingsView")
    }

    private static func search() throws {
        let terminal = try open("/", "live views in your terminal", rows: 40)
        try terminal.press("/")
        try terminal.type("keys")
        try terminal.waitFor("1/")
        try terminal.press("Enter", "n")
        try terminal.waitFor("2/")
        try terminal.press("N")
        try terminal.waitFor("1/")
    }

    private static func findByName() throws {
        for key in [":", "C-p"] {
            let terminal = try open("/", "live views in your terminal")
            try terminal.press(key)
            try terminal.type("/settings")
            try terminal.press("Enter")
            try terminal.waitFor("[ Save ]")
        }
    }

    private static func copy() throws {
        let terminal = try open("/counter/5", "The count is 5")
        try terminal.press("v", "g", "V", "y")
        try terminal.waitFor("copied")
        try terminal.press("y")
        try terminal.waitUntilGone("copied")
    }

    private static func lookAtThePast() throws {
        for key in ["M-t", "F7"] {
            let terminal = try open("/counter/5", "The count is 5")
            try terminal.press("Tab", "Enter")
            try terminal.waitFor("The count is 4")
            try terminal.press(key, "Left")
            try terminal.waitFor("The count is 5")
            try terminal.press("Enter")
            try terminal.waitFor("went on from moment")
            try terminal.waitFor("The count is 5")
        }
    }

    private static func showAllKeys() throws {
        let terminal = try open("/settings", "Name")
        try terminal.press("?")
        try terminal.waitFor("type to find, Esc closes")
    }

    private static func redrawAndSuspend() throws {
        let terminal = try open("/settings", "Name")
        let pane = try #require(FileHandle(forWritingAtPath: try terminal.fact("pane_tty")))
        pane.write(Data("\u{1B}[5;10Hwritten by another program".utf8))
        try terminal.waitFor("written by another program")
        try terminal.press("C-l")
        try terminal.waitUntilGone("written by another program")
        try terminal.press("C-z")
        try terminal.waitFor("Stopped")
        try terminal.command("fg")
        try terminal.waitFor("[ Save ]")
    }

    private static func quit() throws {
        let terminal = try open("/settings", "Name")
        try terminal.press("q")
        try terminal.waitFor("status 0")
        let field = try open("/settings", "Name")
        try field.press("Tab")
        try waitForCursor(field, true)
        try field.press("q")
        try field.waitFor("[q ")
        try field.press("C-q")
        try field.waitFor("status 0")
    }

    // MARK: - The sentences below the table

    @Test func `In fields the keys edit as it says`() throws {
        let terminal = try Self.open("/settings", "Name")
        try terminal.press("Tab")
        try Self.waitForCursor(terminal, true)
        func press(_ keys: String..., gives text: String) throws {
            for key in keys { try terminal.press(key) }
            try terminal.waitFor("[\(text) ")
        }
        try terminal.type("one two")
        try press("Home", "1", gives: "1one two")
        try press("End", "2", gives: "1one two2")
        try press("Left", "Left", "3", gives: "1one tw3o2")
        try press("C-Left", "4", gives: "1one 4tw3o2")
        try press("M-Left", "5", gives: "1one 54tw3o2")
        try press("C-k", gives: "1one")
        try press("C-y", gives: "1one 54tw3o2")
        try press("Home", "C-Right", "C-u", gives: " 54tw3o2")
        try press("C-y", gives: "1one 54tw3o2")
        try press("C-_", gives: " 54tw3o2")
        try press("M-_", gives: "1one 54tw3o2")
    }

    @Test func `F9, outside fields also m, leaves the mouse to the terminal`() throws {
        let terminal = try Self.open("/settings", "Name")
        func waitForMouse(_ isOn: Bool) throws {
            try terminal.wait(for: "the mouse \(isOn ? "on" : "off")") { _ in
                try terminal.fact("mouse_any_flag") == (isOn ? "1" : "0")
            }
        }
        try waitForMouse(true)
        try terminal.press("F9")
        try waitForMouse(false)
        try terminal.press("m")
        try waitForMouse(true)
    }
}
