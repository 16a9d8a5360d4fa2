import Foundation
import LiveClient
import LiveEngine
import LiveProtocol
import Scenarios
import Simulator
import Templates
import TestSupport
import Testing

/// The articles of the catalogue say what the code does: their examples compile, their tables are complete.
@Suite struct ArticleTests {
    @Test(arguments: Article.all) func `code in articles is compiled with the tests, line by line`(_ article: Article)
        throws
    {
        for block in article.code(in: "swift") + article.code(in: "html")
        where !block.hasPrefix("// swift-tools-version") {
            let isThere = Self.examples.contains { Self.contains(block, in: $0) }
            #expect(isThere, "no file of Tests/ViewfinderTests/Examples has this:\n\(block)")
        }
    }

    @Test(arguments: Article.all) func `articles link only to articles that there are`(_ article: Article) {
        let names = Set(Article.all.map { $0.name.dropLast(3) })
        for link in article.text.matches(of: /<doc:(\w+)>/) {
            let isThere = names.contains(link.1)
            #expect(isThere, "\(link.0)")
        }
    }

    @Test func `all articles are on the top page`() throws {
        let top = try #require(Article("Viewfinder.md"))
        for article in Article.all where article.name != top.name {
            #expect(top.text.contains("<doc:\(article.name.dropLast(3))>"), "\(article.name) is missing")
        }
    }

    @Test(arguments: Article.all) func `scenarios in articles pass with the gallery`(_ article: Article) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "viewfinder-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, block) in article.code(in: "yaml").enumerated() {
            if block.hasPrefix("- ") {
                let read = ScenarioReader().read(text: "scenario: Steps\nsteps:\n\(block)\n", path: article.name)
                #expect(read.problems.isEmpty, "\(read.problems.map(\.message)) in:\n\(block)")
            } else {
                let file = folder.appending(path: "\(number).yaml")
                try Data((block + "\n").utf8).write(to: file)
                let outcome = try Program("viewfinder").run("test", file.path, "--update", "missing")
                #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
            }
        }
    }

    // MARK: Tables

    @Test func `every step of the scenario language is described, with its options and in its order`() throws {
        let article = try #require(Article("Scenarios.md"))
        let rows = article.rows(under: "Steps")
        #expect(rows.compactMap(\.first) == ScenarioManual.stepNames.map { "`\($0)`" })
        for name in ScenarioManual.stepNames {
            let manual = try #require(ScenarioManual.explain(name)).split(separator: "\n")
            let options = manual.filter { $0.hasPrefix("  ") && !$0.hasPrefix("  - ") }
            for option in options.compactMap({ $0.split(separator: " ").first }) {
                #expect(article.text.contains("`\(option)"), "the option \"\(option)\" of \"\(name)\" is missing")
            }
        }
    }

    @Test func `every rule of what a page may get wrong is described`() throws {
        let article = try #require(Article("Scenarios.md"))
        let rules = article.rows(under: "What is wrong with a page").compactMap(\.first)
        #expect(Set(rules) == Set(Diagnostic.Rule.allCases.map { "`\($0.rawValue)`" }))
    }

    @Test func `every binding is described`() throws {
        let article = try #require(Article("JSCommandsAndBindings.md"))
        let described = article.rows(under: "Bindings").flatMap { row in
            row[0].matches(of: /`([a-z-]+)`/).map { String($0.1) }
        }
        let names = try Checkout.text(of: "Sources/LiveClient/Bindings/BindingName.swift")
            .matches(of: /"(phx-[a-z-]*[a-z])"/).map { String($0.1) }
        #expect(names.count > 25)
        #expect(Set(names).subtracting(described).isEmpty)
    }

    @Test func `every JS command is shown as it is sent and as it is read`() throws {
        let article = try #require(Article("JSCommandsAndBindings.md"))
        let rows = article.rows(under: "The commands")
        #expect(rows.count == 20)
        for row in rows {
            let wire = try #require(row.dropFirst(2).first).trimmingCharacters(in: ["`"])
            let commands = try JSCommand.list(parsing: "[\(wire)]")
            #expect(commands.count == 1)
            #expect(JSCommand.json(commands) == "[\(wire)]")
        }
    }

    @Test func `frames are shown as they are read and written`() throws {
        let lines = try #require(Article("TheWire.md")).code(in: "json").flatMap { $0.split(separator: "\n") }
        #expect(lines.count > 5)
        var request: ClientMessage?
        for line in lines.map(String.init) {
            let written: String
            if let frame = try? ClientFrame(parsing: line) {
                request = frame.message
                written = frame.json
            } else {
                written = try ServerFrame(parsing: line, replyingTo: request).json
            }
            #expect(written == line)
        }
    }

    @Test func `every key of a text field is described`() throws {
        let rows = try #require(Article("TheTerminal.md")).rows(under: "In a text field")
        #expect(
            rows.map { $0[0] + " " + $0[1] }
                == EditingKeys.rows.map { row in
                    row.keys.map { "`\($0.name)`" }.joined(separator: " ") + " " + row.does
                })
    }

    @Test func `the filters and tests that are named are there`() throws {
        let article = try #require(Article("Templates.md"))
        for (heading, pattern) in [("Filters", "{{ x|NAME }}"), ("Tests", "{{ x is NAME }}")] {
            let section = try #require(article.section(heading))
            let names = section.matches(of: /`([a-z_]+)`/).map { String($0.1) }
            #expect(names.count > 20)
            for name in names {
                let source = pattern.replacing("NAME", with: name)
                do {
                    try TemplateLibrary(sources: ["t": source]).compile("t")
                } catch { #expect(!"\(error)".contains("unknown"), "\(error)") }
            }
        }
    }

    // MARK: Helpers

    /// The files in which the examples stand.
    private static let examples: [[Substring]] = {
        let folder = "Tests/ViewfinderTests/Examples"
        let names = try? FileManager.default.contentsOfDirectory(atPath: Checkout.root.appending(path: folder).path)
        let paths = (names ?? []).map { "\(folder)/\($0)" } + ["Tests/Greeter/Greeter.swift"]
        return paths.compactMap { try? Checkout.text(of: $0) }.map {
            $0.split(separator: "\n", omittingEmptySubsequences: false)
        }
    }()

    /// Whether the lines of a text stand in a file one after the other, all indented alike.
    private static func contains(_ text: String, in file: [Substring]) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, lines.count <= file.count else { return false }
        return (0...(file.count - lines.count)).contains { start in
            guard file[start].hasSuffix(first) else { return false }
            let indent = file[start].dropLast(first.count)
            return indent.allSatisfy { $0 == " " }
                && zip(lines, file[start...]).allSatisfy { $0.isEmpty ? $1.isEmpty : $1 == indent + $0 }
        }
    }
}
