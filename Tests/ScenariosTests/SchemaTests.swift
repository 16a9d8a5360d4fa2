import Foundation
import LiveProtocol
import Testing

@testable import Scenarios

/// The schema that editors check scenario files by says of them what the reader says.
@Suite("The schema of scenario files")
struct SchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scenarios").standardizedFileURL.path()

    private static let files = ScenarioFiles().find([folder]).files.map(\.path)

    private func complaints(_ text: String, _ file: ScenarioSchema.File = .scenario) throws -> [String] {
        var reader = YAMLReader(source: SourceText(path: "a.yaml", text: text))
        let value = reader.read()
        let root = try #require(value)
        return JSONSchema(root: ScenarioSchema.schema(of: file)).complaints(about: JSONGrammar.value(of: root))
    }

    @Test("finds nothing wrong with the gallery's scenarios", arguments: files)
    func gallery(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let isPart = text.firstMatch(of: /(?m)^scenario:/) == nil
        #expect(try complaints(text, isPart ? .part : .scenario) == [])
    }

    @Test(arguments: [
        ("- submit\n", ScenarioSchema.File.part, true), ("about: a\nsteps: [submit]\n", .part, true),
        ("- sumbit\n", .part, false), ("steps: []\n", .part, false), ("scenario: a\nsteps: [submit]\n", .part, false),
        ("setup: { run: a, ready: \"http://127.0.0.1:80/\" }\n", .servers, true),
        ("setup: { run: a }\n", .servers, false),
        ("setup: [{ run: a, ready: \"http://127.0.0.1:80/\", within: 2s }]\n", .servers, true),
        ("start: a\n", .servers, false),
    ])
    func `of parts and servers is one of its own`(text: String, file: ScenarioSchema.File, isRight: Bool) throws {
        #expect(try complaints(text, file).isEmpty == isRight)
    }

    @Test("knows some files to look at")
    func someFiles() { #expect(Self.files.count > 20) }

    @Test("takes the example of every step", arguments: Vocabulary.standard.verbs.map(\.example))
    func examples(example: String) throws {
        #expect(try complaints("scenario: a\nsteps:\n  - \(example)\n") == [])
    }

    @Test(
        "takes what the language allows",
        arguments: [
            "submit", "submit: { with: { name: Ada } }", "click: { at: [3, 4] }", "press: { key: a, times: \"${n}\" }",
            "type: 007", "expect: { flash: { error: null } }", "expect: { target: Name, value: Ada, count: 1 }",
            "upload: { label: a, files: a.txt }", "include: { file: a.yaml, vars: { a: [1, { b: null }] } }",
            "group: { name: a, steps: [submit] }", "advance: ${time}",
            "let: { a: 1, b: { value of: Name, matches: x } }",
        ])
    func right(step: String) throws {
        #expect(try complaints("scenario: a\nmatrix: { color: [16, none] }\ncolor: 16\nsteps:\n  - \(step)\n") == [])
    }

    @Test(
        "refuses what the reader refuses",
        arguments: [
            "opne: /", "click", "click: { label: a, text: b }", "click: { named: a }", "fill: Name",
            "fill: { with: a }",
            "fill: { label: a }", "press: { key: a, times: 0 }", "advance: 5", "advance: 1.5 s", "resize: 80 x 24",
            "go: backward", "expect: { within: 1s }", "expect: { value: Ada }",
            "expect: { target: a, state: focussed }",
            "expect: { flash: error }", "expect: \"\"", "snapshot: { nam: x }", "scroll: { to: middle }",
            "scroll: { by: 1, to: top }", "submit: { label: a, css: b }", "group: { name: a, steps: [] }", "[]",
            "open: /\n    click: a", "upload: { label: a, files: [{ name: a }] }", "click: { at: [1] }",
            "let: { a: { text of: x, value of: y } }", "let: { a: { matches: x } }", "let: { a: [1] }",
        ])
    func wrong(step: String) throws {
        let text = "scenario: a\nsteps:\n  - \(step)\n"
        #expect(ScenarioReader().read(text: text, path: "a.yaml").scenario == nil)
        #expect(try complaints(text) != [])
    }

    @Test(
        "refuses headers that the reader refuses",
        arguments: [
            "scenario: a\ntag: [x]\nsteps: [submit]", "scenario: a", "steps: [submit]", "scenario: a\nsteps: []",
            "scenario: a\nsize: big\nsteps: [submit]", "scenario: a\ncolor: pink\nsteps: [submit]",
            "scenario: a\nlint: { duplicate-id: never }\nsteps: [submit]",
            "scenario: a\ntable: { file: [a] }\nsteps: [submit]", "scenario: a\ntable: x.csv\nsteps: [submit]",
            "scenario: a\ntable: { a: 1 }\nsteps: [submit]", "scenario: a\nmatrix: { a: 1 }\nsteps: [submit]",
        ])
    func wrongHeader(text: String) throws {
        #expect(ScenarioReader().read(text: text + "\n", path: "a.yaml").scenario == nil)
        #expect(try complaints(text + "\n") != [])
    }

    @Test("knows each step once and each key of the header, with a description")
    func whole() throws {
        let schema = ScenarioSchema.schema
        for key in Header.mapping.keys {
            #expect(schema["properties"]?[key.name]?["description"] == .string(key.about))
        }
        guard case .array(let forms)? = schema["definitions"]?["step"]?["anyOf"] else { return #expect(Bool(false)) }
        for verb in Vocabulary.standard.verbs {
            let description = forms.first?["properties"]?[verb.name]?["description"]?.string
            #expect(description == "\(verb.about)\n\(verb.example)")
        }
    }
}
