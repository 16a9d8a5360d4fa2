import LiveEngine
import LiveProtocol
import Scenarios
import Testing

/// Cases on a server elsewhere, which answers from another thread.
@Suite(.timeLimit(.minutes(20)))
struct ServerCaseTests {
    private let server = FarServer { clock in
        Engine(routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock)
    }

    private func runner(at address: String? = "http://far.example") -> ScenarioRunner {
        let start = ContinuousClock.now
        let access = ServerAccess(
            address: address.flatMap { ServerAddress($0) }, date: { .seconds(1_800_000_000) },
            makeHost: { [server] _ in server.makeHost() })
        return ScenarioRunner(now: { ContinuousClock.now - start }, server: access) { clock, observer in
            Engine(
                routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock, observer: observer)
        }
    }

    private func ending(_ steps: String, header: String = "", by runner: ScenarioRunner? = nil) throws -> String {
        let text = "scenario: Settings\n\(header)steps:\n\(steps)\n"
        let read = ScenarioReader().read(text: text, path: "settings.yaml")
        let scenario = try #require(read.scenario, "\(ProblemPrinter(sources: read.sources).print(read.problems))")
        var report = ScenarioReport()
        for result in (runner ?? self.runner()).run(scenario) { _ = report.add(result) }
        return report.ending
    }

    @Test(arguments: [
        """
        - submit: Save
          - expect: { flash: { error: "Name cannot be blank." } }
          - dismiss: error
          - expect: { flash: { error: null } }
          - fill: { label: Name, with: Ada }
          - submit: Save
          - expect: { flash: { info: "Saved — welcome, Ada!" }, within: 0s }
          - expect: { target: Name, value: Ada, within: 0s }
          - expect: { path: /settings }
        """,
        "- focus: Name\n  - type: Ada\n  - press: enter\n  - expect: { text: \"Hello, Ada\", within: 0s }",
        "- submit: { with: { name: Bob } }\n  - expect: { text: [\"Hello, Bob\", Settings], absent: Ping, within: 0s }",
        "- push: { event: ping, payload: { n: 3 } }\n  - expect: { flash: { info: Ping 3 }, pushed: { event: ping, payload: { n: 3 } }, within: 0s }",
        "- click: Later\n  - expect: { flash: { late: null }, within: 0s }\n  - expect: { flash: { late: Half a second later } }",
        "- click: Later\n  - advance: 600ms\n  - expect: { text: Half a second later }",
        "- click: Later\n  - dismiss: late\n  - expect: { absent: Half a second later, for: 100ms }",
        "- check: Newsletter\n  - page: second\n  - open: /settings\n  - expect: { target: Newsletter, state: unchecked }\n  - page: first\n  - expect: { target: Newsletter, state: checked }",
        "- group: { name: Blank, steps: [ submit, { dismiss: error } ] }\n  - expect: { absent: { flash: error } }",
        "- connection: down\n  - submit\n  - expect: { flash: { error: null }, for: 50ms }\n  - connection: up\n  - submit\n  - expect: { flash: { error: Name cannot be blank. } }",
        "- connection: { latency: 200ms }\n  - submit\n  - expect: { flash: { error: null }, within: 0s }\n  - expect: { flash: { error: Name cannot be blank. } }",
    ])
    func `Steps do on pages of a server elsewhere what they do in process`(steps: String) throws {
        let ending = try ending("  - open: /settings\n  \(steps)")
        #expect(ending.contains("1 passed, 0 failed"), "\(ending)")
    }

    @Test func `What the server never says is waited for until the time is up`() throws {
        let ending = try ending("  - open: /settings\n  - expect: { text: Nowhere, within: 20ms }")
        #expect(ending.contains("settings.yaml:4:5: expect: { text: Nowhere, within: 20ms }"), "\(ending)")
        #expect(ending.contains("after waiting 20ms for what the server might say"), "\(ending)")
        #expect(ending.contains("Newsletter"), "the picture is shown")
    }

    @Test func `An expectation that the old page fulfils waits for the new one`() throws {
        let slow = FarServer(delay: .milliseconds(80)) { clock in
            Engine(routes: Routes { Route("/settings", "Settings") { SettingsView() } }, clock: clock)
        }
        let access = ServerAccess(
            address: ServerAddress("http://far.example"), date: { .zero }, makeHost: { _ in slow.makeHost() })
        let start = ContinuousClock.now
        let runner = ScenarioRunner(now: { ContinuousClock.now - start }, server: access) { _, _ in slow.makeHost() }
        let ending = try ending(
            "  - open: /settings\n  - submit: Save\n  - expect: { absent: Name cannot be blank., within: 0s }",
            by: runner)
        #expect(ending.contains("wanted  no text \"Name cannot be blank.\""), "\(ending)")
    }

    @Test func `A header names the server of its cases`() throws {
        let steps = "  - open: /settings\n  - submit: Save\n  - expect: { flash: { error: Name cannot be blank. } }"
        let here = try ending(steps, by: runner(at: nil))
        #expect(here.contains("1 passed, 0 failed"), "\(here)")
        let there = try ending(steps, header: "url: http://far.example/\n", by: runner(at: nil))
        #expect(there.contains("1 passed, 0 failed"), "\(there)")
        server.die()
        let gone = try ending(steps, header: "url: http://far.example/\n", by: runner(at: nil))
        #expect(gone.contains("settings.yaml:4:5: open: /settings\n  http://far.example: nobody listens"), "\(gone)")
        let stillHere = try ending(steps, by: runner(at: nil))
        #expect(stillHere.contains("1 passed, 0 failed"), "\(stillHere)")
    }

    @Test(arguments: [
        ("clock: 2026-03-01T12:00:00Z\n", "- open: /settings", "settings.yaml:2:8: clock: 2026-03-01T12:00:00Z"),
        ("", "- open: /settings\n  - advance: 1h", "settings.yaml:4:5: advance: 1h"),
    ])
    func `What only a view in the same process can do is refused with its place`(
        header: String, steps: String, place: String
    ) throws {
        let ending = try ending("  \(steps)", header: header)
        #expect(ending.contains("\(place)\n  this needs the view in the same process: "), "\(ending)")
    }

    @Test func `The address of a server is checked with its place`() throws {
        let read = ScenarioReader().read(
            text: "scenario: X\nurl: http://127.0.0.1:8000/app\nsteps:\n  - open: /\n", path: "x.yaml")
        #expect(
            ProblemPrinter(sources: read.sources).print(read.problems).hasPrefix(
                "x.yaml:2:6: expected an address such as http://127.0.0.1:8000, without a path, found"))
    }

    @Test(
        arguments: [
            ("http://127.0.0.1:8000", "http://127.0.0.1:8000"), ("HTTPS://Example.org/", "https://example.org"),
            ("http://[::1]:4000", "http://[::1]:4000"), ("http://[::1]", "http://[::1]"), ("127.0.0.1:8000", nil),
            ("http://", nil), ("http://a b", nil), ("http://host:0", nil), ("http://host:70000", nil),
            ("http://host:", nil), ("http://user@host", nil), ("http://host?x", nil), ("ftp://host", nil),
            ("http://[::1", nil), ("http://host/\u{1B}", nil),
        ] as [(String, String?)])
    func `An address is a scheme, a host and a port`(text: String, origin: String?) {
        #expect(ServerAddress(text)?.origin == origin)
    }
}
