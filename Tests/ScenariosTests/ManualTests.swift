import Testing

@testable import Scenarios

@Suite("The manual of scenarios")
struct ManualTests {
    @Test("tells of every step and option of the tables", arguments: Vocabulary.standard.verbs.map(\.name))
    func whole(name: String) throws {
        let verb = try #require(Vocabulary.standard[name])
        let text = try #require(ScenarioManual.explain(name))
        #expect(text.hasPrefix("\(name): \(verb.about)\n\n  - \(verb.example)\n"))
        for key in verb.argument.keys { #expect(text.contains("  \(key.name) "), "\(key.name)") }
        #expect(ScenarioManual.overview.contains("\(name) "))
    }

    @Test("tells what a key needs, and what may stand there")
    func keys() throws {
        let expect = try #require(ScenarioManual.explain("expect"))
        #expect(expect.contains("\n  value    What the target holds. Needs target.\n"))
        #expect(expect.contains("\n  soft     Whether to go on after it failed. (true or false)\n"))
        #expect(expect.contains("\n      event    The event's name. Required.\n"))
        #expect(
            expect.contains(
                "; at least one of text, matches, absent, flash, target, path, title, cursor, pushed, refused\n"))
        let snapshot = try #require(ScenarioManual.explain("snapshot"))
        #expect(snapshot.contains("(one of frame, styled, outline, html)"))
        #expect(try #require(ScenarioManual.explain("submit")).contains("stands alone, or\ntakes a text"))
    }

    @Test("explains the header and targets, and tells of what is near where there is nothing")
    func others() throws {
        #expect(try #require(ScenarioManual.explain("header")).contains("\n  steps     What happens. Required."))
        #expect(try #require(ScenarioManual.explain("target")).contains("; exactly one of label, role, text"))
        #expect(ScenarioManual.explain("clik") == nil)
        #expect(ScenarioManual.unknownTopic("clik") == "There is no step \"clik\". Did you mean \"click\"?")
    }

    @Test("has no two keys of one name, and a sentence for each")
    func sentences() {
        let mappings = Vocabulary.standard.verbs.compactMap(\.argument.mapping) + [Header.mapping]
        for mapping in mappings {
            #expect(Set(mapping.keys.map(\.name)).count == mapping.keys.count)
            for key in mapping.keys { #expect(key.about.last == ".") }
            for name in mapping.choice + mapping.atLeastOne + mapping.keys.compactMap(\.companion) {
                #expect(mapping[name] != nil, "\(mapping.name) has no \(name)")
            }
        }
    }
}
