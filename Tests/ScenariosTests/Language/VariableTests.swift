import Testing

@testable import Scenarios

@Suite("Variables")
struct VariableTests {
    @Test func `that nothing asks for are told with their places, and fail nothing`() {
        let text = """
            scenario: a
            vars: { used: Ada, unused: Eve }
            table:
              - { case: one, column: 1, other: 2 }
              - { case: two, column: 1, other: 2 }
            steps:
              - let: { set: x, forgotten: y }
              - include: { file: part.yaml, vars: { who: "${used}", none: z } }
              - type: "${other}${set}"

            """
        #expect(
            FileSet(text, ["part.yaml": "- type: \"${who}\"\n"]).warnings == """
                a.yaml:2:20: warning: nothing uses the variable "unused"
                  2 | vars: { used: Ada, unused: Eve }
                    |                    ^

                a.yaml:4:18: warning: nothing uses the variable "column"
                  4 |   - { case: one, column: 1, other: 2 }
                    |                  ^

                a.yaml:7:20: warning: nothing uses the variable "forgotten"
                  7 |   - let: { set: x, forgotten: y }
                    |                    ^

                a.yaml:8:57: warning: nothing uses the variable "none"
                  8 |   - include: { file: part.yaml, vars: { who: "${used}", none: z } }
                    |                                                         ^

                """)
    }

    @Test(arguments: [
        "table: [{ size: 40x10, who: a }]\nsteps: [type: \"${who}\"]",
        "vars: { a: 1 }\ntable: [{ a: 2 }, { b: 1 }]\nsteps: [type: \"${a}\"]",
        "vars: { a: 1, b: \"${a}\" }\nsteps: [type: \"${b}\"]",
        "vars: { a: 1 }\nsteps: [{ group: { name: g, steps: [type: \"${a}\"] } }]",
    ])
    func `that are asked for anywhere are not told of`(text: String) {
        let warnings = FileSet("scenario: a\n\(text)\n").warningLines.filter { !$0.contains("\"b\"") }
        #expect(warnings == [])
    }

    @Test(arguments: [
        (
            "size: 80x24\nmatrix: { size: [80x24, 40x12] }\nsteps: [submit]",
            "a.yaml:2:1: \"size\" has no effect: the matrix or the table gives it other values"
        ),
        ("size: 80x24\ntable: [{ size: 40x12 }]\nsteps: [submit]", "a.yaml:2:1: \"size\" has no effect"),
        (
            "vars: { v: 1 }\nmatrix: { v: [a, b] }\nsteps: [submit]",
            "a.yaml:3:11: \"v\" has no effect: no step asks for it"
        ),
        (
            "matrix: { v: [a, b] }\ntable: [{ v: 1 }]\nsteps: [type: \"${v}\"]",
            "a.yaml:3:11: \"v\" has no effect: the matrix gives it other values"
        ),
        ("matrix: { v: [a, a] }\nsteps: [type: \"${v}\"]", "a.yaml:2:18: another case is called \"a\", too"),
        (
            "vars: { case.index: 1 }\nsteps: [submit]",
            "a.yaml:2:9: a variable cannot be called \"case.index\": it is the number of the case"
        ),
        (
            "vars: { env.HOME: 1 }\nsteps: [submit]",
            "a.yaml:2:9: a variable cannot be called \"env.HOME\": it is of the environment"
        ),
        ("vars: { \"a}\": 1 }\nsteps: [submit]", "a.yaml:2:9: a variable cannot be called \"a}\""),
        (
            "vars: { l: [1] }\nsteps: [type: \"a ${l}\"]",
            "a.yaml:3:18: the variable \"l\" is a list, which cannot stand within a text"
        ),
    ])
    func `and keys without effect are mistakes`(text: String, words: String) {
        let problems = FileSet("scenario: a\n\(text)\n").problems
        #expect(problems.contains(words), "\(problems)")
    }

    @Test func `of all cases stand in what is said of all cases`() throws {
        let text = "scenario: a\nvars: { why: rain, tag: wet }\ntags: [\"${tag}\"]\nskip: For ${why}\nsteps: [submit]\n"
        let scenario = try #require(FileSet(text).result.scenario)
        #expect(scenario.skip == "For rain")
        #expect(scenario.tags == ["wet"])
        #expect(
            FileSet("scenario: a\nskip: \"${row}\"\ntable: [{ row: 1 }]\nsteps: [submit]\n").problemLines.first
                == "a.yaml:2:8: unknown variable \"row\"")
        #expect(
            FileSet("scenario: a\nskip: x\nfails: y\nsteps: [submit]\n").problemLines == [
                "a.yaml:3:1: \"fails\" has no effect: the scenario is not run"
            ])
    }

    @Test func `stand in steps of a group as they stand elsewhere`() throws {
        let text = "scenario: a\nvars: { a: 1 }\nsteps:\n  - group: { name: g, steps: [type: \"$${a} ${a}\"] }\n"
        let scenario = try #require(FileSet(text).result.scenario)
        guard case .group(_, let steps)? = scenario.cases.first?.steps.first?.content else {
            return #expect(Bool(false))
        }
        #expect(steps.first?.action() == TypeStep(text: "${a} 1"))
    }

    @Test func `of the environment are known where they are opened and there`() throws {
        var files = FileSet("scenario: a\nsteps: [type: \"${env.WHO}\"]\n")
        #expect(
            files.problemLines == [
                "a.yaml:2:16: the environment is closed to scenarios; open this variable with --allow-env WHO"
            ])
        files.environment = ["WHO": nil]
        #expect(files.problemLines == ["a.yaml:2:16: the environment has no variable \"WHO\""])
        files.environment = ["WHO": "Ada"]
        #expect(files.result.scenario?.cases.first?.steps.first?.action() == TypeStep(text: "Ada"))
    }

    @Test func `from the command line that no step asks for are mistakes`() {
        let reader = ScenarioReader(settings: ["first": "1", "vars": "2", "later": "3"])
        let text = "scenario: a\nvars: { vars: 1 }\nsteps:\n  - let: { later: x }\n  - type: \"${first} ${later}\"\n"
        let result = reader.read(text: text, path: "a.yaml")
        #expect(
            Set(reader.unusedSettings(in: [result]).map(\.message)) == [
                "unknown variable \"vars\"; known here: first, later",
                "\"later\" has no effect: each step that asks for it is given another value",
            ])
    }

    @Test func `of a part that are not known name who includes it`() {
        let files = FileSet(
            "scenario: a\nsteps:\n  - include: b.yaml\n",
            ["b.yaml": "- include: c.yaml\n", "c.yaml": "- submit\n- type: \"${who}\"\n"])
        #expect(
            files.problems == """
                c.yaml:2:10: unknown variable "who"; known here: case.index
                  2 | - type: "${who}"
                    |          ^
                  included from b.yaml:1:3
                  included from a.yaml:3:5

                """)
    }
}
