import Testing

@Suite struct MouseStepTests {
    private let page = ScenarioTrial(
        html: """
            <button phx-click="go">Go</button> <a href="/" id="home">Home</a> <input aria-label="Name">
            <p>Text</p><ul></ul>
            """)

    @Test(
        arguments: [
            "- click: Go\n- expect: { pushed: { event: go } }",
            // A page hears nothing of the other buttons, but that the focus moves.
            "- focus: Name\n- click: { role: button, named: Go, button: right }\n- expect: { target: Go, state: focused }",
            "- click: { label: Name, button: middle }\n- expect: { target: Name, state: focused }",
            "- click: { text: Text, button: right }",
            "- click: { at: [3, 1], button: right }\n- expect: { target: Go, state: focused }",
            "- click: { at: [3, 1], with: [alt, ctrl] }\n- expect: { pushed: { event: go } }",
        ])
    func `A click is done with the button and the keys that it says`(steps: String) throws {
        #expect(try page.report("- open: /\n" + steps).hasPrefix("1 passed, 0 failed"), "\(steps)")
    }

    @Test func `A page hears nothing of a right click`() throws {
        let report = try page.report(
            "- open: /\n- click: { role: button, named: Go, button: right }\n- expect: { pushed: { event: go } }")
        #expect(report.contains("wanted  event \"go\"\n  found   no event"), "\(report)")
    }

    @Test func `The keys held are told where the app tells them`() throws {
        var page = page
        page.sendsModifiers = true
        let report = try page.report(
            """
            - open: /
            - click: { role: button, named: Go, with: [ctrl, shift] }
            - expect: { pushed: { event: go, payload: { ctrlKey: true, shiftKey: true } } }
            """)
        #expect(report.hasPrefix("1 passed"), "\(report)")
    }

    @Test(arguments: ["with: ctrl", "with: meta", "with: [alt, shift]", "button: middle"])
    func `A link that a browser would open elsewhere is told of, and not followed`(how: String) throws {
        let steps = "- open: /\n- click: { role: link, named: Home, \(how) }\n- expect: { path: / }"
        let warnings = try page.results(steps).flatMap(\.warnings).flatMap(\.findings).map(\.message)
        let told = warnings.filter { $0.contains("a browser opens / elsewhere, and this page stays as it is") }
        #expect(told.count == 1, "\(warnings)")
        let failed = try page.header("lint: { navigation: error }").report(steps)
        #expect(failed.hasPrefix("trial.yaml:5:5: click:"), "\(failed)")
    }

    @Test func `What nothing listens to cannot be clicked with the left button`() throws {
        #expect(try page.report("- open: /\n- click: { text: Text }").contains("nothing listens to a click there"))
    }

    @Test(
        arguments: [
            ("click: { text: Go, button: both }", "is none of"),
            ("click: { text: Go, with: super }", "is none of"),
            ("click: { button: right }", "needs one of"),
            ("scroll: { into: Go, by: 3 }", "takes only one of"), ("scroll: {}", "needs one of"),
            ("dismiss: { by: click }", "flash"), ("dismiss: { flash: a, by: mouse }", "is none of"),
        ])
    func `What does not go together is told before anything runs`(step: String, words: String) {
        let problems = page.problems("- " + step)
        #expect(problems.contains("trial.yaml:3:") && problems.contains(words), "\(problems)")
    }

    @Test func `An element is scrolled into view, as far as it takes`() throws {
        let rows = (1...60).map { "<p>Row \($0)</p>" }.joined()
        let page = ScenarioTrial(html: rows).header("size: 20x10")
        let report = try page.report(
            """
            - open: /
            - scroll: { into: Row 30 }
            - expect: { row: 10, text: Row 30 }
            - scroll: { into: { text: Row 29 } }
            - expect: { row: 10, text: Row 30 }
            - scroll: { into: Row 2 }
            - expect: { row: 1, text: Row 2 }
            """)
        #expect(report.hasPrefix("1 passed"), "\(report)")
        #expect(try page.report("- open: /\n- scroll: { into: Row 99 }").contains("there is no Row 99 to be seen"))
    }

    @Test func `A banner is dismissed by its key, which the page hears, or by a click`() throws {
        let page = ScenarioTrial(
            html: """
                <div phx-window-keydown="key"></div><input aria-label="Name">
                <p class="flash" phx-click="lv:clear-flash" phx-value-key="info">Saved</p>
                """)
        let report = try page.report(
            """
            - open: /
            - focus: Name
            - dismiss: { flash: info, by: click }
            - expect: { pushed: { event: "lv:clear-flash", payload: { key: info } }, target: Name, value: "" }
            - expect: { target: Name, state: focused }
            - dismiss: info
            - expect: { pushed: { event: "lv:clear-flash" }, target: Name, value: "", state: focused }
            - push: { event: none }
            - expect: { target: Name, value: "" }
            """)
        #expect(report.hasPrefix("1 passed"), "\(report)")
        #expect(
            try page.report("- open: /\n- dismiss: { flash: error, by: click }").contains(
                "there is no banner \"error\"; there is \"info\""))
    }
}
