import Testing

@testable import Scenarios

@Suite("A table in a file of comma-separated values")
struct TableFileTests {
    private static let header = "scenario: \"${name}\"\ntable: { file: data/rows.csv }\nsteps:\n  - type: \"${name}\"\n"

    private func files(_ table: String) -> FileSet { FileSet(Self.header, ["data/rows.csv": table]) }

    @Test func `gives one case for each row, with the lines of the file`() throws {
        let scenario = try #require(files("case,name\nshort,Ada\nlong,Augusta Ada King\n").result.scenario)
        #expect(scenario.cases.map(\.id) == ["a.yaml#short", "a.yaml#long"])
        #expect(scenario.cases.map(\.title) == ["Ada", "Augusta Ada King"])
        #expect(
            scenario.cases.map(\.row) == [2, 3].map { SourceLines(path: "data/rows.csv", lines: $0...$0) })
        #expect(scenario.problems(at: [SourceLine(path: "data/rows.csv", line: 3)]).isEmpty)
        let chosen = ScenarioFilter().cases(of: scenario, at: [SourceLine(path: "data/rows.csv", line: 3)])
        #expect(chosen.map(\.id) == ["a.yaml#long"])
        #expect(
            scenario.problems(at: [SourceLine(path: "data/rows.csv", line: 9)]).map(\.message) == [
                "no case stands at line 9; the file has 3 lines, and rows at 2, 3"
            ])
    }

    @Test(arguments: [
        ("name\r\n\"Ada\"\r\n", ["Ada"]), ("\u{FEFF}name\nAda", ["Ada"]), ("name\n\"a, b\"\n", ["a, b"]),
        ("name\n\"say \"\"hi\"\"\"\n", ["say \"hi\""]), ("name\n\"two\r\nlines\"\nnext\n", ["two\nlines", "next"]),
        ("name\n\n名\n\n", ["名"]), ("name\rAda\rEve\r", ["Ada", "Eve"]), ("name\n\"\"\n~\n007\n", ["", "~", "007"]),
        ("name,case\nAda ,x\n", ["Ada "]),
    ])
    func `is read as RFC 4180 has it`(table: String, names: [String]) throws {
        let set = files(table)
        let scenario = try #require(set.result.scenario, "\(set.problems)")
        #expect(scenario.cases.map { $0.steps.first?.action() } == names.map { TypeStep(text: $0) })
    }

    @Test func `keeps the type of a cell without quotes`() throws {
        let text =
            "scenario: a\ntable: { file: t.csv }\nsteps:\n  - push: { event: e, payload: [\"${a}\", \"${b}\", \"${c}\"] }\n"
        let scenario = try #require(FileSet(text, ["t.csv": "a,b,c\n3,\"3\",true\n"]).result.scenario)
        #expect(scenario.cases[0].steps[0].action() == PushStep(event: "e", payload: [3, "3", true], target: nil))
    }

    @Test func `knows the lines of a row whose cells have several`() throws {
        let scenario = try #require(files("name\n\"a\nb\"\nc\n").result.scenario)
        #expect(scenario.cases.compactMap(\.row?.lines) == [2...3, 4...4])
    }

    @Test(arguments: [
        (
            "name,b\n1,2,3\n",
            "data/rows.csv:2:1: this row has 3 cells, and the first line has 2 names\n  2 | 1,2,3\n    | ^\n"
        ),
        ("name,b\n1\n", "data/rows.csv:2:1: this row has 1 cell, and the first line has 2 names"),
        ("name,,c\n1,2,3\n", "data/rows.csv:1:6: this column has no name"),
        ("name,b,name\n1,2,3\n", "data/rows.csv:1:8: \"name\" stands here twice"),
        ("name, b\n1,2\n", "data/rows.csv:1:6: a variable cannot be called \" b\": there are blanks around it"),
        ("name\n\"Ada\n", "data/rows.csv:2:1: this quote is not closed"),
        ("名,name\n\"a\"b,c\n", "data/rows.csv:2:4: a \",\" or the end of the line is missing behind this cell's quote"),
        ("name\nsay \"hi\"\n", "data/rows.csv:2:5: a cell that has a quote is put in quotes"),
        ("", "data/rows.csv: the table is empty; its first line names the columns"),
        ("name\n", "data/rows.csv: the table has no rows, only the names of its columns"),
        ("name\n${nme}\n", "data/rows.csv:2:1: unknown variable \"nme\""),
        (
            "name\n" + String(repeating: "a\n", count: 10_001), "a.yaml:2:1: more than 10000 cases"
        ),
        ("case,name\nx,1\nx,2\n", "data/rows.csv:3:1: another case is called \"x\", too"),
    ])
    func `tells what is wrong at its place`(table: String, words: String) {
        let problems = files(table).problems
        #expect(problems.contains(words), "\(problems)")
    }

    @Test func `that is not there is told where it is named`() {
        #expect(
            FileSet(Self.header).problems.contains(
                "a.yaml:2:16: cannot read the file: there is no such file"))
    }
}
