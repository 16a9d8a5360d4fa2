import Testing

@testable import Scenarios

@Suite("The step let")
struct LetTests {
    private func report(_ steps: String, _ others: [String: String] = [:]) throws -> String {
        try FileSet("scenario: a\nsteps:\n  - open: /settings\n\(steps)\n", others).report()
    }

    private func problems(_ steps: String, _ others: [String: String] = [:]) -> [String] {
        FileSet("scenario: a\nsteps:\n  - open: /settings\n\(steps)\n", others).problemLines
    }

    @Test func `sets texts and numbers for all later steps, which are known before anything runs`() throws {
        let text =
            "scenario: a\nsteps:\n  - let: { who: Ada, n: 3 }\n  - press: { key: a, times: \"${n}\" }\n  - type: \"${who}\"\n"
        let scenario = try #require(FileSet(text).result.scenario)
        #expect(scenario.cases[0].steps[2].action() == TypeStep(text: "Ada"))
        #expect(
            problems("  - let: { n: x }\n  - press: { key: a, times: \"${n}\" }").first?.contains(
                "expected a number from 1 to 1000, found \"x\"") == true)
    }

    @Test(arguments: [
        "  - let: { who: { text of: { role: heading } } }\n  - expect: \"${who}\"",
        "  - fill: { label: Name, with: Ada }\n  - let: { who: { value of: Name } }\n  - submit\n  - expect: \"Hello, ${who}\"",
        "  - fill: { label: Name, with: Ada 42 x }\n  - let: { n: { value of: Name, matches: \"([0-9]+)\" } }\n  - fill: { label: Name, with: \"<${n}>\" }\n  - expect: { target: Name, value: <42> }",
        "  - fill: { label: Name, with: \"n=3\" }\n  - let: { n: { value of: Name, matches: \"[0-9]\" } }\n  - focus: Name\n  - press: { key: x, times: \"${n}\" }\n  - expect: { target: Name, value: n=3xxx }",
        "  - let: { label: { text of: { css: \"label[for]\" } } }\n  - let: { again: \"${label}\" }\n  - fill: { label: \"${again}\", with: \"${label}\" }\n  - expect: { target: Name, value: Name }",
        // A later let of the same name counts for what comes after it, and not for what was made of it before.
        "  - fill: { label: Name, with: one }\n  - let: { a: { value of: Name } }\n  - let: { b: \"${a}\" }\n  - fill: { label: Name, with: two }\n  - let: { a: { value of: Name } }\n  - fill: { label: Name, with: \"${b} ${a}\" }\n  - expect: { target: Name, value: one two }",
        // Targets of a let may name what another read.
        "  - let: { l: { text of: { css: \"label[for]\" } } }\n  - let: { v: { value of: { label: \"${l}\" } } }\n  - expect: { target: Name, value: \"${v}\" }",
    ])
    func `reads from the page what later steps ask for`(steps: String) throws {
        let text = try report(steps)
        #expect(text.hasPrefix("1 passed"), "\(text)")
    }

    @Test func `in a part or group is seen by all later steps of the case`() throws {
        let part =
            "- let: { inner: { text of: { css: \"label[for]\" } }, other: Ada }\n- fill: { label: \"${inner}\", with: \"${who}\" }\n"
        let steps = """
              - group: { name: g, steps: [{ let: { who: Eve } }, { fill: { label: Name, with: "${who}" } }] }
              - expect: { target: Name, value: "${who}" }
              - include: { file: part.yaml, vars: { who: "${who}!" } }
              - expect: { target: "${inner}", value: "Eve!" }
              - fill: { label: "${inner}", with: "${other}" }
              - expect: { target: Name, value: Ada }
            """
        let text = try report(steps, ["part.yaml": part])
        #expect(text.hasPrefix("1 passed"), "\(text)")
    }

    @Test func `waits for the element, and for a text that fits`() throws {
        let missing = try report("  - let: { a: { text of: { css: .nowhere } } }\n  - type: \"${a}\"")
        #expect(missing.contains("a.yaml:4:5: let: { a: { text of: { css: .nowhere } } }"), "\(missing)")
        #expect(missing.contains("there is no { css: \".nowhere\" } to be seen"))
        let other = try report(
            "  - let: { a: { text of: { css: \"label[for]\" }, matches: \"#([0-9]+)\" } }\n  - type: \"${a}\"")
        #expect(
            other.contains(
                "  wanted  text at { css: \"label[for]\" } that matches /#([0-9]+)/\n  found   \"Name\"\n"), "\(other)")
    }

    @Test func `gives up an expression that is too much work, and a text that is too long`() throws {
        let long = String(repeating: "a", count: 9_000)
        let steps = "  - fill: { label: Name, with: \"\(long)b\" }\n"
        let search = try report(steps + "  - let: { a: { value of: Name, matches: \"(a+)+$\" } }\n  - type: \"${a}\"")
        #expect(search.contains("  wanted  text at Name that matches /(a+)+$/\n  found   \""), "\(search)")
        let text = try report(
            "  - fill: { label: Name, with: \"\(long)\(long)\" }\n  - let: { a: { value of: Name } }\n  - type: \"${a}\""
        )
        #expect(text.contains("a would be 18000 characters; a variable holds 10000 at most"), "\(text)")
    }

    @Test func `bounds what a step grows to with what was read`() throws {
        let doubled = (1...12).map { "  - let: { v\($0): \"${v\($0 - 1)}${v\($0 - 1)}\" }\n" }.joined()
        let long = String(repeating: "a", count: 9_000)
        let text = try report(
            "  - fill: { label: Name, with: \(long) }\n  - let: { v0: { value of: Name } }\n\(doubled)  - fill: { label: Name, with: \"${v12}\" }"
        )
        #expect(text.contains("more than 4194304 bytes in the values of a step"), "\(text)")
        let endless = (1...40).map { "  - let: { v\($0): \"${v\($0 - 1)}${v\($0 - 1)}\" }\n" }.joined()
        #expect(
            problems("  - let: { v0: { value of: Name } }\n\(endless)  - type: \"${v40}\"").contains {
                $0.contains("bytes in variables")
            })
    }

    @Test(arguments: [
        ("  - type: \"${a}\"\n  - let: { a: x }", "a.yaml:4:12: unknown variable \"a\"; known here: case.index"),
        ("  - let: { a: x, b: \"${a}\" }", "a.yaml:4:22: unknown variable \"a\""),
        ("  - let: {}", "a.yaml:4:5: this \"let\" asks for nothing"),
        ("  - let: { a: [1] }", "a.yaml:4:15: expected a text, or a mapping (a value from the page), found a list"),
        (
            "  - let: { a: { texts of: x } }",
            "a.yaml:4:17: unknown key \"texts of\" in a value from the page; did you mean \"text of\"?"
        ),
        (
            "  - let: { a: { text of: x, value of: y } }",
            "a value from the page takes only one of \"text of\", \"value of\""
        ),
        ("  - let: { a: { matches: x } }", "a value from the page needs one of \"text of\", \"value of\""),
        (
            "  - let: { a: { text of: x } }\n  - include: \"${a}.yaml\"",
            "a.yaml:5:14: expected a text, or a mapping (include) that is known before anything runs; \"a\" is read from the page"
        ),
        (
            "  - let: { a: { text of: x } }\n  - fill: { label: Name, wiht: \"${a}\" }",
            "a.yaml:5:26: unknown key \"wiht\" in fill; did you mean \"with\"?"
        ),
        (
            "  - let: { a: { text of: x } }\n  - push: \"${a}\"",
            "a.yaml:5:11: expected a mapping (push) that is known before anything runs"
        ),
        (
            "  - include: { file: p.yaml, vars: { w: x } }",
            "p.yaml:1:10: \"w\" has no effect: the include gives it a value here"
        ),
    ])
    func `that is wrong is told before anything runs`(steps: String, words: String) {
        let problems = problems(steps, ["p.yaml": "- let: { w: y }\n- type: \"${w}\"\n"])
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
    }

    @Test func `whose value does not fit a later step fails that step, with the place of the value`() throws {
        let text = try report(
            "  - let: { a: { text of: { css: \"label[for]\" } } }\n  - advance: \"${a}\"")
        #expect(
            text.contains(
                "a.yaml:5:5: advance: \"${a}\"\n  a.yaml:5:15: expected a duration such as 300ms, 1.5s or 2m, found \"Name\"\n"
            ),
            "\(text)")
    }
}
