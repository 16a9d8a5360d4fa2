import Foundation
import LiveEngine
import LiveProtocol
import Markup
import Synchronization
import Testing

@testable import Scenarios

/// Scenario files that would run for ever, fill the memory, or say nothing: bounded, and told.
@Suite("Scenario files are bounded")
struct BoundsTests {
    private func problems(_ text: String, _ others: [String: String] = [:]) -> String {
        let result = ScenarioReader(files: ScenarioFiles(texts: others)).read(text: text, path: "a.yaml")
        return ProblemPrinter(sources: result.sources).print(result.problems)
    }

    private func report(_ steps: String, now: @escaping @Sendable () -> Duration = { .zero }) throws -> String {
        let read = ScenarioReader().read(text: "scenario: a\nsteps:\n  - open: /\n\(steps)\n", path: "a.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let runner = ScenarioRunner(now: now) { clock, observer in
            Engine(routes: Routes { Route("/", "Ticks") { TickingView() } }, clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }

    @Test("Includes that double at each level are told, not followed")
    func doublingIncludes() {
        var files = ["30.yaml": "- submit\n"]
        for level in 0..<30 { files["\(level).yaml"] = "- include: \(level + 1).yaml\n- include: \(level + 1).yaml\n" }
        let text = problems("scenario: a\nsteps:\n  - include: 0.yaml\n", files)
        #expect(text.contains("more than 200000 steps in all cases; look at what is included how often"), "\(text)")
    }

    @Test("Variables that double, as texts or as values, are told")
    func doublingVariables() {
        let texts = (1..<60).map { "  v\($0): \"${v\($0 - 1)}${v\($0 - 1)}\"\n" }.joined()
        #expect(
            problems("scenario: a\nvars:\n  v0: xxxx\n\(texts)steps: [{ type: \"${v59}\" }]\n").contains(
                "bytes in variables"))
        let values = (1..<60).map { "  v\($0): [\"${v\($0 - 1)}\", \"${v\($0 - 1)}\"]\n" }.joined()
        #expect(
            problems(
                "scenario: a\nvars:\n  v0: x\n\(values)steps: [{ push: { event: e, payload: { a: \"${v59}\" } } }]\n"
            )
            .contains("bytes in variables"))
        let deep = (1..<5000).map { "  v\($0): [\"${v\($0 - 1)}\"]\n" }.joined()
        #expect(problems("scenario: a\nvars:\n  v0: x\n\(deep)steps: [{ type: x }]\n").contains("bytes in variables"))
    }

    @Test("Of 20,000 wrong steps the first are shown and the rest are counted")
    func manyProblems() {
        let text = problems("scenario: a\nsteps:\n" + (0..<20_000).map { "  - stpe\($0): x\n" }.joined())
        #expect(text.contains("a.yaml:3:5: unknown step \"stpe0\""))
        #expect(text.hasPrefix("a.yaml: more than 998 problems; the rest was not looked at\n"))
        #expect(text.contains("\nand 900 more\n"), "\(text.suffix(200))")
        #expect(text.utf8.count < 200_000)
    }

    @Test(
        "What would be pressed or typed a million times is refused",
        arguments: [
            ("press: { key: a, times: 1000000 }", "expected a number from 1 to 1000"),
            (
                "press: { key: \"\(String(repeating: "a ", count: 50))b\", times: 1000 }",
                "more than 10000 keys in one step"
            ),
            (
                "type: \(String(repeating: "a", count: 10_001))",
                "more than 10000 characters to type; paste or fill them"
            ),
        ])
    func tooMuchInput(step: String, words: String) {
        #expect(problems("scenario: a\nsteps:\n  - \(step)\n").contains(words))
    }

    @Test(
        "Years over a ticking view end, and tell how far they came",
        arguments: [
            "advance: 9000h", "expect: { text: never, within: 9000h }", "expect: { text: Ticks, for: 9000h }",
        ])
    func years(step: String) throws {
        let text = try report("  - \(step)")
        #expect(text.contains("100000 timers"), "\(text)")
        #expect(text.contains("0 passed, 1 failed"))
    }

    @Test(
        "A case that takes too long in real time ends with that as the reason",
        arguments: ["press: { key: x, times: 1000 }", "advance: 1h", "expect: { text: never, within: 1h }"])
    func realTime(step: String) throws {
        let seconds = Atomic(0)
        let text = try report("  - \(step)") { .seconds(seconds.add(1, ordering: .relaxed).newValue) }
        #expect(text.contains("the case has run for more than 60s of real time"), "\(text)")
    }

    @Test(
        "An expression that backtracks for ever elsewhere gives an answer here, and what cannot be searched is told",
        arguments: [
            ("(a+)+$", "wanted  text that matches /(a+)+$/\n  found   none"), ("(T(i|i)*)*cks!", "found   none"),
        ])
    func backtracking(pattern: String, words: String) throws {
        #expect(try report("  - expect: { matches: \"\(pattern)\", within: 0s }").contains(words))
        #expect(
            problems("scenario: a\nsteps:\n  - expect: { matches: '(a)\\1' }\n").contains(
                "a.yaml:3:28: expected a regular expression, found \"(a)\\1\": a back reference is not supported"))
    }

    @Test(
        "What asks for nothing is a mistake",
        arguments: [
            ("steps: []", "there are no steps"), ("steps: [{ group: { name: x, steps: [] } }]", "there are no steps"),
            ("steps: [{ expect: { flash: {} } }]", "this \"expect\" asks for nothing"),
            ("steps: [{ expect: \"\" }]", "an empty text is on every page"),
            ("steps: [{ expect: { text: [a, \" \"] } }]", "an empty text is on every page"),
            ("steps: [{ expect: { matches: \"\" } }]", "an empty text is on every page"),
            (
                "matrix: { sise: [80x24] }\nsteps: [submit]",
                "unknown key \"sise\" in the matrix; did you mean \"size\"?"
            ),
            ("table: [{ sise: 80x24 }]\nsteps: [submit]", "unknown key \"sise\" in the table; did you mean \"size\"?"),
        ])
    func nothingAsked(text: String, words: String) {
        #expect(problems("scenario: a\n\(text)\n").contains(words), "\(problems("scenario: a\n\(text)\n"))")
    }

    @Test("A matrix may give values to variables that are used, and to keys of the header")
    func matrix() {
        #expect(problems("scenario: \"${who}\"\nmatrix: { who: [a, b], size: [80x24] }\nsteps: [submit]\n").isEmpty)
        #expect(problems("scenario: a\nvars: { v: 1 }\nmatrix: { v: [a, b] }\nsteps: [type: \"${v}\"]\n").isEmpty)
    }

    @Test("Values of a table may name variables, which stand before them")
    func variablesInValues() throws {
        let text =
            "scenario: a\nvars: { who: Ada, all: \"to ${who}\" }\ntable: [{ t: \"Hi ${all}\" }]\nsteps: [{ type: \"${t}\" }]\n"
        let scenario = try #require(ScenarioReader().read(text: text, path: "a.yaml").scenario)
        #expect(scenario.cases.first?.steps.map { $0.action() } == [TypeStep(text: "Hi to Ada")])
    }

    @Test("A file without an end is not read to its end", arguments: ["/dev/zero"])
    func endlessFile(path: String) {
        #expect(
            ScenarioReader().read(path: path).problems.map(\.message) == [
                "cannot read the file: it is longer than 4 MiB"
            ])
    }
}

/// A view to which something comes every second.
private struct TickingView: LiveView {
    struct Context: LiveContext { var ticks = 0 }
    enum Info: Sendable { case tick }

    func mount(_ params: Params, _ socket: inout Socket) { socket.schedule(.tick, every: .seconds(1)) }
    func handleInfo(_ info: Info, _ socket: inout Socket) { socket.context.ticks += 1 }
    func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>Ticks</p>" }
}
