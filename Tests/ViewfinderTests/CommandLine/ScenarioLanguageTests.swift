import Foundation
import TestSupport
import Testing

@Suite("The scenario command")
struct ScenarioLanguageTests {
    private let viewfinder = Program("viewfinder")

    @Test("lists all steps, and explains one")
    func explain() throws {
        let all = try viewfinder.run("scenario", "explain")
        #expect(all.status == 0)
        #expect(all.output.contains("\nadvance     Lets time pass, virtual or"))
        let one = try viewfinder.run("scenario", "explain", "fill")
        #expect(one.status == 0)
        #expect(one.output.contains("  - fill: { label: Name, with: Ada }\n"))
        #expect(one.output.contains("  with    The new value. Required.\n"))
    }

    @Test("names what is near when there is no such step")
    func unknown() throws {
        let outcome = try viewfinder.run("scenario", "explain", "fil")
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("There is no step \"fil\". Did you mean \"fill\"?"))
    }

    @Test("prints the schema, which is JSON")
    func schema() throws {
        let outcome = try viewfinder.run("scenario", "schema")
        #expect(outcome.status == 0)
        let schema = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(schema?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
        #expect((schema?["required"] as? [String]) == ["scenario", "steps"])
    }

    @Test("leads on from its help")
    func help() throws {
        let outcome = try viewfinder.run("scenario", "--help")
        for word in ["explain", "schema", "\"test\""] { #expect(outcome.output.contains(word)) }
        #expect(try viewfinder.run("--help").output.contains("  scenario "))
        #expect(try viewfinder.run("scenario", "schema", "--help").output.contains("yaml-language-server"))
    }
}
