import LiveEngine
import LiveProtocol
import Scenarios
import Testing

@Suite struct RunningTests {
    private func results(_ steps: String, header: String = "") throws -> [CaseResult] {
        let text = "scenario: Settings\n\(header)steps:\n\(steps)\n"
        let read = ScenarioReader().read(text: text, path: "settings.yaml")
        let problems = ProblemPrinter(sources: read.sources).print(read.problems)
        let scenario = try #require(read.scenario, "\(problems)")
        return runner.run(scenario)
    }

    private var runner: ScenarioRunner {
        ScenarioRunner { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
    }

    /// What a failed run prints after its line.
    private func failure(_ steps: String) throws -> String {
        var report = ScenarioReport()
        for result in try results(steps) { _ = report.add(result) }
        return report.ending
    }

    @Test("The reference scenario passes")
    func reference() throws {
        let steps = """
              - open: /settings
              - submit: Save
              - expect: { flash: { error: "Name cannot be blank." } }
              - dismiss: error
              - expect: { flash: { error: null } }
              - fill: { label: Name, with: Ada }
              - submit: Save
              - expect: { flash: { info: "Saved — welcome, Ada!" } }
              - expect: { target: Name, value: Ada }
              - expect: { path: /settings }
            """
        #expect(try failure(steps).hasPrefix("1 passed, 0 failed"))
    }

    @Test(
        "Steps do what they say",
        arguments: [
            "- focus: Name\n  - type: Ada\n  - press: enter\n  - expect: Hello, Ada",
            "- submit: { role: form, named: settings, with: { name: Bob } }\n  - expect: Hello, Bob",
            "- submit: { with: { name: Bob } }\n  - expect: { text: [\"Hello, Bob\", Settings], absent: Ping }",
            "- submit: settings\n  - expect: { flash: { error: Name cannot be blank. } }",
            "- check: Newsletter\n  - expect: { target: Newsletter, state: [checked, enabled] }\n  - uncheck: Newsletter\n  - expect: { target: { name: news }, state: unchecked }",
            "- choose: { label: Country, option: Peru }\n  - expect: { target: Country, value: Peru }",
            "- push: { event: ping, payload: { n: 3 } }\n  - expect: { flash: { info: Ping 3 }, pushed: { event: ping, payload: { n: 3 } } }",
            "- click: Later\n  - expect: { flash: { late: null }, within: 0s }\n  - expect: { flash: { late: Half a second later } }",
            "- click: Later\n  - expect: { flash: { late: null }, for: 400ms }\n  - advance: 100ms\n  - expect: { text: Half a second later, within: 0s }",
            "- click: Later\n  - dismiss: late\n  - expect: { absent: Half a second later }",
            "- expect: { target: { role: link, named: Edit, within: { role: row, named: Bob } } }",
            "- expect: { target: { role: link, named: Edit }, count: 2 }",
            "- expect: { target: { css: \"a[href='/bob']\" } }\n  - expect: { matches: \"Sett[a-z]+s\" }",
            "- resize: 40x12\n  - scroll: { to: bottom }\n  - scroll: { by: -3 }\n  - expect: Settings",
            "- check: Newsletter\n  - page: second\n  - open: /settings\n  - expect: { target: Newsletter, state: unchecked }\n  - page: first\n  - expect: { target: Newsletter, state: checked }",
            "- group: { name: Blank, steps: [ submit, { dismiss: error } ] }\n  - expect: { absent: { flash: error } }",
            "- connection: down\n  - submit\n  - expect: { flash: { error: null }, for: 5s }\n  - connection: up\n  - submit\n  - expect: { flash: { error: Name cannot be blank. } }",
            "- connection: { latency: 200ms }\n  - submit\n  - expect: { flash: { error: null }, for: 399ms }\n  - advance: 1ms\n  - expect: { flash: { error: Name cannot be blank. }, within: 0s }",
            "- focus: Name\n  - paste: \"Grace\\nHopper\"\n  - press: enter\n  - expect: Hello, Grace",
            "- fill: { name: name, with: Ada }\n  - press: { key: backspace, times: 2 }\n  - expect: { target: { label: Name }, value: A, state: focused }",
        ])
    func steps(text: String) throws {
        let ending = try failure("  - open: /settings\n  \(text)")
        #expect(ending.hasPrefix("1 passed, 0 failed"), "\(ending)")
    }

    @Test(
        "A step that cannot be done says why and what there is",
        arguments: [
            ("click: Sav", "there is no Sav to be seen\n  nearest:\n    Save"),
            ("fill: { label: Nam, with: x }", "there is no { label: Nam } to be seen\n  nearest:\n    { label: Name }"),
            (
                "click: { role: link, named: Edit }",
                "{ role: link, named: Edit } is not one element; say which:\n    { role: link, named: Edit, within: { role: row, named: Ada } } is link \"Edit\"\n    { role: link, named: Edit, within: { role: row, named: Bob } } is link \"Edit\""
            ),
            ("click: { role: link, named: Edit, nth: 3 }", "only 2 of them"),
            ("uncheck: Newsletter", "check box \"Newsletter\" is not checked"),
            ("choose: { label: Country, option: Chile }", "does not offer \"Chile\"; offered are \"Japan\", \"Peru\""),
            ("dismiss: error", "there is no banner \"error\"; none is there"),
            ("go: back", "there is no page to go back to"),
            ("expect: { flash: { info: Saved } }", "wanted  flash info \"Saved\"\n  found   no flash"),
            ("expect: Setings", "wanted  text \"Setings\"\n  found   no such text; nearest are { text: Settings }"),
            ("expect: { absent: Settings }", "wanted  no text \"Settings\""),
            ("expect: { target: Name, value: Ada }", "wanted  Name with value \"Ada\"\n  found   value \"\""),
            ("expect: { path: /home }", "wanted  path \"/home\"\n  found   path \"/settings\""),
            ("expect: { target: Later, state: disabled }", "wanted  Later to be disabled\n  found   it is not"),
            ("expect: { pushed: { event: save } }", "wanted  event \"save\"\n  found   no event"),
        ])
    func failures(step: String, words: String) throws {
        let ending = try failure("  - open: /settings\n  - \(step)")
        #expect(ending.hasPrefix("settings.yaml:4:5: \(step)"), "\(ending)")
        #expect(ending.contains(words), "\(ending)")
        #expect(ending.contains("Country"), "the picture is shown")
        #expect(ending.hasSuffix("0 passed, 1 failed in 0.0 ms\n"))
    }

    /// The words of a failure on a page of its own.
    private func failure(_ steps: String, on html: String, header: String = "") throws -> String {
        let text = "scenario: Page\n\(header)steps:\n  - open: /\n\(steps)\n"
        let read = ScenarioReader().read(text: text, path: "page.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        let runner = ScenarioRunner { clock, observer in
            Engine(routes: Routes { Route("/", "Page") { PageView(html: html) } }, clock: clock, observer: observer)
        }
        var report = ScenarioReport()
        for result in runner.run(scenario) { _ = report.add(result) }
        return report.ending
    }

    @Test("162. ambiguous locator")
    func ambiguous() throws {
        let ending = try failure(
            "  - click: { role: button }", on: "<button phx-click=a>One</button><button phx-click=b>Two</button>")
        #expect(
            ending.contains(
                """
                { role: button } is not one element; say which:
                    { role: button, nth: 1 } is button "One"
                    { role: button, nth: 2 } is button "Two"
                """), "\(ending)")
    }

    @Test("163. text filter misses")
    func missing() throws {
        let ending = try failure("  - click: Send", on: "<button phx-click=a>Save</button>")
        #expect(ending.contains("there is no Send to be seen\n  nearest:\n    Save"), "\(ending)")
    }

    @Test(
        "What a page asks is answered, and what it must ask is checked",
        arguments: [
            ("confirm: yes", nil), ("confirm: { answer: no, question: Drop it? }", nil),
            (
                "confirm: { answer: yes, question: Keep it? }",
                "wanted  question \"Keep it?\"\n  found   question \"Drop it?\""
            ),
            ("focus: Other", "the page asks \"Drop it?\": answer that first"),
        ] as [(String, String?)])
    func confirm(step: String, words: String?) throws {
        let ending = try failure(
            "  - click: Drop\n  - \(step)",
            on: "<button phx-click=a data-confirm='Drop it?'>Drop</button><button phx-click=b>Other</button>")
        #expect(ending.contains(words ?? "1 passed"), "\(ending)")
    }

    @Test("167. A finding that the header calls an error fails the step that brings it about")
    func lint() throws {
        let html = "<p id=x>1</p><p id=x>2</p>"
        #expect(try failure("", on: html).contains("1 passed"))
        let ending = try failure("  - expect: 1", on: html, header: "lint: { duplicate-id: error }\n")
        #expect(ending.contains("page.yaml:4:5: open: /"), "\(ending)")
        #expect(ending.contains("duplicate-id: more than one element has the id \"x\""), "\(ending)")
    }

    @Test("A soft expectation lets the scenario go on, and all failures are told")
    func soft() throws {
        let result = try #require(
            try results(
                "  - open: /settings\n  - expect: { text: no, soft: true }\n  - expect: never\n  - expect: not reached"
            ).first)
        guard case .failed(let failures) = result.outcome else {
            Issue.record("it did not fail")
            return
        }
        #expect(failures.map(\.step.place.line) == [4, 5])
    }

    @Test("Known failures and skipped scenarios are counted apart, and a known failure that passes is one")
    func knownFailures() throws {
        var report = ScenarioReport()
        for header in ["skip: not yet\n", "fails: known\n"] {
            for result in try results("  - open: /settings\n  - expect: never", header: header) {
                _ = report.add(result)
            }
        }
        #expect(report.ending.hasSuffix("0 passed, 0 failed, 1 skipped, 1 failed as known in 0.0 ms\n"))
        #expect(!report.hasFailures)
        for result in try results("  - open: /settings", header: "fails: known\n") { _ = report.add(result) }
        #expect(report.hasFailures)
        #expect(report.ending.contains("passed, though it is said to fail (known)"))
    }

    @Test("A table and a matrix make one case for each row and combination")
    func cases() throws {
        let header = """
            vars: { who: Ada }
            matrix: { size: [80x24, 40x12] }
            table:
              - { case: blank, name: "", text: "Name cannot be blank." }
              - { case: good, name: "${who}", text: "Saved — welcome, ${who}!" }

            """
        let steps =
            "  - open: /settings\n  - fill: { label: Name, with: \"${name}\" }\n  - submit\n  - expect: \"${text}\""
        let results = try results(steps, header: header)
        #expect(
            results.map(\.id) == [
                "settings.yaml#blank-80x24", "settings.yaml#blank-40x12", "settings.yaml#good-80x24",
                "settings.yaml#good-40x12",
            ])
        #expect(results.allSatisfy { !$0.isFailure })
    }
}
