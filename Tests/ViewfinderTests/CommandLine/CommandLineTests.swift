import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

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

    @Test func `A frame is rendered in a terminal's colours`() throws {
        let outcome = try viewfinder.run("render", "/settings", "--as", "ansi", "--size", "40x12")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\u{1B}[1m"))
        let text = try viewfinder.run("render", "/settings", "--size", "40x12").output
        #expect(outcome.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
    }

    @Test func `A frame is rendered as an HTML picture, the same bytes each time`() throws {
        let outcome = try viewfinder.run("render", "/settings", "--as", "html-picture", "--size", "40x12")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("<!doctype html>"))
        #expect(outcome.output.replacing(/<[^>]*>/, with: "").contains("[ Save ]"))
        #expect(
            try viewfinder.run("render", "/settings", "--as", "html-picture", "--size", "40x12").output
                == outcome.output)
    }

    @Test func `All actions are listed with their keys, as a file of one's own changes them`() throws {
        let plain = try viewfinder.run("keys")
        #expect(plain.status == 0)
        #expect(plain.output.contains("\nsearch.open = / alt+/ "))
        let file = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try plain.output.write(to: file, atomically: true, encoding: .utf8)
        #expect(try viewfinder.run("keys", "--keys", file.path).status == 0)
        try "search.open = ctrl+f\nx = y\n".write(to: file, atomically: true, encoding: .utf8)
        let changed = try viewfinder.run("keys", "--keys", file.path)
        #expect(changed.status == 1)
        #expect(changed.output.contains("\nsearch.open = ctrl+f "))
        #expect(changed.errors == "\(file.path):2:1: unknown action x: viewfinder keys lists them all\n")
        #expect(try viewfinder.run("keys", "--keys", "/no/such/file").status == 2)
    }

    @Test func `A frame is rendered as a picture`() throws {
        let outcome = try viewfinder.run("render", "/settings", "--as", "svg", "--color", "none", "--size", "40x12")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"360\""))
        let document = XMLParser(data: Data(outcome.output.utf8))
        #expect(document.parse())
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
            ["render", "/settings", "--as", "pdf"], ["render", "/settings", "--color", "16"],
            ["render", "/settings", "--as", "svg", "--color", "8"],
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
            outcome.errors.contains(#"Rogue/Rogue.swift:12: the route "/misspelt/:id(number)": values in a path are"#))
    }

    /// Runs the program from a folder in which it lies alone, or beside what stands for the one with the network.
    private func run(_ arguments: [String], beside web: String?) throws -> Command.Outcome {
        let path = try #require(viewfinder.path)
        // A program that was just written cannot be started while another that is being started still has it open, so that
        // this is a link, which has to stay on its disk.
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.linkItem(atPath: path, toPath: folder + "/viewfinder")
        if let web {
            try FileManager.default.createSymbolicLink(atPath: folder + "/viewfinder-web", withDestinationPath: web)
        }
        return try Command.run(folder + "/viewfinder", arguments)
    }

    @Test(arguments: [["attach", "http://127.0.0.1:4000/", "--once"], ["serve", "--help"]])
    func `What needs a network is done by the program beside this one`(arguments: [String]) throws {
        let outcome = try run(arguments, beside: "/bin/echo")
        #expect(outcome.output == arguments.joined(separator: " ") + "\n")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.status == 0)
    }

    @Test(arguments: ["attach", "serve"])
    func `Without that program it is told how to build it`(command: String) throws {
        let outcome = try run([command], beside: nil)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors
                == "\(command): this needs the program viewfinder-web beside this one, and there is none; build it with: "
                + "swift build --product viewfinder-web\n")
        #expect(outcome.status == 2)
    }
}
