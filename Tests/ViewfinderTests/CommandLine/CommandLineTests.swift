import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
    let viewfinder = Program("viewfinder")

    @Test("lists all views, each with a line about it")
    func views() throws {
        let outcome = try viewfinder.run("views")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.first?.hasPrefix("/ ") == true)
        #expect(lines.contains { $0.hasPrefix("/settings ") && $0.hasSuffix("save a name, see a banner") })
    }

    @Test("prints the page as text where there is no terminal", arguments: [[], ["open", "/settings"]])
    func piped(arguments: [String]) throws {
        let outcome = try viewfinder.run(arguments)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(arguments.isEmpty ? "live views in your terminal" : "[ Save ]"))
        #expect(outcome.errors.isEmpty)
    }

    @Test("renders a frame in the size that is asked for")
    func renderText() throws {
        let outcome = try viewfinder.run("render", "/settings", "--size", "40x12")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 13)
        #expect(lines.allSatisfy { $0.count <= 40 })
        #expect(outcome.output.contains("Settings"))
    }

    @Test("renders the document")
    func renderHTML() throws {
        let outcome = try viewfinder.run("render", "/settings", "--as", "html")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(#"<form id="settings" phx-submit="save">"#))
    }

    @Test("names the views when there is none at a path", arguments: ["open", "render"])
    func unknownView(command: String) throws {
        let outcome = try viewfinder.run(command, "/setings")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("There is no view at /setings. Did you mean /settings?"))
        #expect(outcome.errors.contains("\n  /counter/:start\n"))
    }

    @Test(
        "refuses what it does not understand with exit code 2",
        arguments: [
            ["render", "/settings", "--size", "big"], ["render"], ["--nonsense"],
            ["render", "/settings", "--as", "pdf"],
        ])
    func usage(arguments: [String]) throws {
        let outcome = try viewfinder.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test("explains itself")
    func help() throws {
        let outcome = try viewfinder.run("--help")
        #expect(outcome.status == 0)
        for command in ["open", "views", "render", "test"] {
            #expect(outcome.output.contains("  \(command) "))
        }
    }

    @Test(
        .enabled(if: Program("Rogue").path != nil, "the program is not built"))
    func `a route whose path is wrong is told with its place before anything runs`() throws {
        let outcome = try Program("Rogue").run("render", "/misspelt")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors.contains(#"Rogue/Rogue.swift:11: the route "/misspelt/:id(number)": values in a path are"#))
    }
}
