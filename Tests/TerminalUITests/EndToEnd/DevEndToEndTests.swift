import Foundation
import TestSupport
import Testing

/// A program that is built anew while a person works its page in a real terminal.
@Suite(.enabled(if: Product.canBeTried, Product.reason), .serialized, .timeLimit(.minutes(20)))
struct DevEndToEndTests {
    /// A package with a program in its build folder, and a `swift` that does what a build would.
    private final class App {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dev-\(UUID().uuidString)")
        var program: URL { folder.appending(path: ".build/machine/debug/greeter") }
        var source: URL { folder.appending(path: "Sources/App/View.swift") }

        init(program greeter: String) throws {
            let files = FileManager.default
            for path in [".build/machine/debug", "Sources/App", "tools"] {
                try files.createDirectory(at: folder.appending(path: path), withIntermediateDirectories: true)
            }
            try files.copyItem(atPath: greeter, toPath: program.path)
            try Data("// a package\n".utf8).write(to: folder.appending(path: "Package.swift"))
            try edit("first")
            let swift = """
                #!/bin/sh
                echo "$@" > \(folder.path)/arguments
                if grep -q broken \(source.path); then
                    echo "\(source.path):3:9: error: cannot find 'nam' in scope"
                    exit 1
                fi
                cp \(greeter) \(program.path).new && mv \(program.path).new \(program.path)
                """
            try Data(swift.utf8).write(to: folder.appending(path: "tools/swift"))
            try files.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: "tools/swift").path)
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        func edit(_ text: String) throws { try Data("// \(text)\n".utf8).write(to: source) }
    }

    @Test func `An edited source is built, and the new program goes on with what was typed`() throws {
        let app = try App(program: try #require(Program("Greeter").path))
        let terminal = try Tmux(columns: 120)
        try terminal.command("clear; PATH=\(app.folder.path)/tools:$PATH \(app.program.path) dev; echo status $?")
        try terminal.waitFor("Hello, world")
        try terminal.press("Tab")
        try terminal.type("Grace")
        try terminal.waitFor("Grace")
        try app.edit("broken")
        try terminal.waitFor("the build failed: Sources/App/View.swift:3:9: error: cannot find 'nam' in scope")
        try terminal.type(" H")
        try terminal.waitFor("the last build failed")
        #expect(try terminal.screen().contains("Grace H"))
        try app.edit("mended")
        // The older program's words are gone with it.
        try terminal.wait(for: "the page in the new program") {
            !$0.contains("the last build failed") && $0.contains("Grace H")
        }
        let arguments = try String(contentsOf: app.folder.appending(path: "arguments"), encoding: .utf8)
        #expect(arguments.contains("build --package-path"))
        #expect(arguments.contains("--configuration debug --product greeter"))
        try terminal.type("o")
        try terminal.press("Enter")
        try terminal.waitFor("Hello, Grace Ho!")
        try terminal.press("C-q")
        try terminal.waitFor("status 0")
        #expect(try terminal.fact("alternate_on") == "0")
    }

    @Test func `Away from a package it says what it needs`() throws {
        let greeter = try #require(Program("Greeter").path)
        let folder = FileManager.default.temporaryDirectory.appending(path: "alone-\(UUID().uuidString)/a")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
        try FileManager.default.copyItem(atPath: greeter, toPath: folder.appending(path: "greeter").path)
        let terminal = try Tmux(columns: 120)
        try terminal.command("clear; \(folder.path)/greeter dev; echo status $?")
        let screen = try terminal.waitFor("status 2")
        #expect(screen.contains("there is no Package.swift above its file"))
    }
}
