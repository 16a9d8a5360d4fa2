import Foundation
import TestSupport
import Testing

@Suite("The template command")
struct TemplateCommandTests {
    private func run(_ template: String, data: String, _ options: String...) throws -> Command.Outcome {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("page.html")
        let values = folder.appendingPathComponent("data.json")
        try template.write(to: file, atomically: true, encoding: .utf8)
        try data.write(to: values, atomically: true, encoding: .utf8)
        return try Program("viewfinder").run(["template", file.path, "--data", values.path] + options)
    }

    @Test("renders a file with data")
    func html() throws {
        let outcome = try run("<p>{{ name|upper }}</p>\n", data: #"{"name": "Ada & Co"}"#)
        #expect(outcome.status == 0)
        #expect(outcome.output == "<p>ADA &amp; CO</p>\n" || outcome.output == "<p>ADA &amp; CO</p>")
    }

    @Test("shows the tree of statics and dynamics")
    func tree() throws {
        let outcome = try run("<p>{{ name }}</p>", data: #"{"name": "Ada"}"#, "--as", "tree")
        #expect(outcome.output == #"{"s":["<p>","</p>"],"0":"Ada"}"# + "\n")
    }

    @Test("tells what is wrong with its place")
    func error() throws {
        let outcome = try run("<p>\n{% if name %}\n</p>", data: "{}")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("page.html:2:4: "))
    }

    @Test("tells where a template that is not there was asked for")
    func include() throws {
        let outcome = try run("<p>\n{% include 'part.html' %}", data: "{}")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("page.html:2:4: no template named \"part.html\""))
    }

    @Test("tells where the data is not JSON")
    func data() throws {
        let outcome = try run("", data: "{\n  \"ü\": nope}")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("data.json:2:8: expected"))
    }

    @Test("tells that there is no such file")
    func missing() throws {
        let outcome = try Program("viewfinder").run(["template", "/nowhere/page.html"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("There is no file /nowhere/page.html."))
    }
}
