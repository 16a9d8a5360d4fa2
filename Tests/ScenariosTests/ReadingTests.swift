import Testing

@testable import Scenarios

@Suite struct ReadingTests {
    @Test("Texts that look like other things stay texts where a text is meant")
    func plainScalars() throws {
        let text = """
            scenario: no
            steps:
              - type: 007
              - fill: { label: on, with: 12:30:00 }
              - push: { event: e, payload: { a: 007, b: 7, c: "7", d: yes, e: true, f: null, g: [1.5, 2026-01-02] } }
            """
        let scenario = try #require(ScenarioReader().read(text: text, path: "a.yaml").scenario)
        let steps = try #require(scenario.cases.first).steps
        #expect(scenario.title == "no")
        #expect(steps[0].action() == TypeStep(text: "007"))
        #expect(steps[1].action() == FillStep(target: Target(.label("on")), text: "12:30:00"))
        #expect(
            steps[2].action()
                == PushStep(
                    event: "e",
                    payload: [
                        "a": "007", "b": 7, "c": "7", "d": "yes", "e": true, "f": nil, "g": [1.5, "2026-01-02"],
                    ], target: nil))
    }

    @Test("A variable alone keeps its type, and settings from outside win")
    func variables() throws {
        let text = """
            scenario: "Of ${who}"
            vars: { who: Ada, n: 3, size: 40x10 }
            size: ${size}
            steps:
              - push: { event: e, payload: { n: "${n}", text: "n=${n}, $${n}" } }
              - type: ${who}
            """
        let reader = ScenarioReader(settings: ["who": "Eve"])
        let first = try #require(reader.read(text: text, path: "a.yaml").scenario?.cases.first)
        #expect(first.title == "Of Eve")
        #expect(first.world.size == .init(columns: 40, rows: 10))
        #expect(first.steps.count == 2)
        #expect(
            first.steps[0].action()
                == PushStep(event: "e", payload: ["n": 3, "text": "n=3, ${n}"], target: nil))
        #expect(first.steps[1].action() == TypeStep(text: "Eve"))
    }

    @Test("Nothing crashes the reader: deep nesting, endless matrices, files of the wrong kind")
    func hostileInput() {
        let reader = ScenarioReader()
        let deep = "scenario: a\nsteps: " + String(repeating: "[", count: 100_000)
        #expect(reader.read(text: deep, path: "a.yaml").scenario == nil)
        let list = "[" + (0..<1000).map(String.init).joined(separator: ",") + "]"
        let wide = "scenario: a\nmatrix: { a: \(list), b: \(list), c: \(list) }\nsteps: [submit]\n"
        #expect(reader.read(text: wide, path: "a.yaml").problems.map(\.message) == ["more than 10000 cases"])
        #expect(reader.read(text: "\u{0}\u{1}", path: "a.yaml").scenario == nil)
        #expect(reader.read(text: "- a\n- b\n", path: "a.yaml").scenario == nil)
        #expect(reader.read(path: "/no/such/file.yaml").problems.count == 1)
    }

    @Test("Every example of the manual is a step that can be read", arguments: ScenarioManual.stepNames)
    func examples(name: String) throws {
        let text = try #require(ScenarioManual.explain(name))
        let example = try #require(text.split(separator: "\n").first { $0.hasPrefix("  - ") })
        let files = ScenarioFiles(texts: ["shared/sign-in.yaml": "- submit\n"])
        let result = ScenarioReader(files: files).read(text: "scenario: a\nsteps:\n\(example)\n", path: "a.yaml")
        #expect(result.problems.map(\.message) == [])
        #expect(ScenarioManual.overview.contains("\(name) "))
    }
}

extension Step {
    /// What it does, if it is of that kind.
    func action<Action: StepAction>() -> Action? {
        if case .action(let action) = content { action as? Action } else { nil }
    }
}
