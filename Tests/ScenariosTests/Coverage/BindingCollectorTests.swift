import LiveEngine
import LiveProtocol
import Testing

@testable import Scenarios

@Suite("Bindings of cases")
struct BindingCollectorTests {
    private static let list = """
        <button phx-click="add">Add</button>
        <a href="/rows/1" data-phx-link="redirect" data-phx-link-state="push">One</a>
        <button phx-click="lv:clear-flash">Away</button>
        <a href="/rows/2?a=1#x" data-phx-link="redirect" data-phx-link-state="push">Two</a>
        <b id="b1" phx-click='[["push",{"event":"pick","value":{"id":1}}],["hide",{"to":"#b1"}]]'>1</b>
        <b id="b2" phx-click='[["push",{"event":"pick","value":{"id":2}}],["hide",{"to":"#b2"}]]'>2</b>
        """

    private static let routes = Routes {
        Route("/list") { PageView(html: list) }
        Route("/rows/:id") { SettingsView() }
    }

    /// Runs scenarios, each of which opens pages and acts on them.
    ///
    /// - Returns: The bindings, with a plus before those that were used.
    private func bindings(_ scenarios: String...) throws -> [String] {
        let routes = Self.routes
        let coverage = EngineCoverage(routes: routes)
        let collector = BindingCollector { coverage.place(of: $0) }
        let runner = ScenarioRunner(makeObservers: { _ in [collector.makeObserver()] }) { clock, observer in
            Engine(routes: routes, clock: clock, observer: observer, coverage: coverage)
        }
        for text in scenarios {
            let result = ScenarioReader().read(text: text, path: "a.yaml")
            for result in runner.run(try #require(result.scenario, "\(result.problems)")) {
                #expect(!result.isFailure)
            }
        }
        return collector.items.map { "\($0.isCovered ? "+" : "-") \($0.place) \($0.view ?? ""): \($0.name)" }
    }

    @Test func `Rows of a list are one binding, and links one by their route`() throws {
        let found = try bindings("scenario: A\nsteps:\n  - open: /list\n  - click: { css: \"#b2\" }\n  - click: One\n")
        #expect(
            found
                == [
                    "+ /list PageView: <a> \"One\": link (navigate) to /rows/:id",
                    "+ /list PageView: <b> \"1\": phx-click: push \"pick\", hide",
                    "- /list PageView: <button> \"Add\": phx-click=\"add\"",
                    "- /rows/:id SettingsView: <button> \"Later\": phx-click=\"fail\"",
                    "- /rows/:id SettingsView: <form> \"settings\": phx-submit=\"save\"",
                ].sorted { $0.dropFirst(2) < $1.dropFirst(2) })
    }

    @Test func `What any case has used is used, in whatever order they ran`() throws {
        let one = "scenario: A\nsteps:\n  - open: /rows/1\n  - click: Later\n"
        let two = """
            scenario: B
            steps:
              - open: /rows/2
              - submit: Save
              - expect: { flash: { error: Name cannot be blank. } }

            """
        let expected = [
            "+ /rows/:id SettingsView: <button> \"Later\": phx-click=\"fail\"",
            "+ /rows/:id SettingsView: <form> \"settings\": phx-submit=\"save\"",
        ]
        let found = try bindings(one, two)
        #expect(found == expected)
        #expect(try bindings(two, one) == found)
    }
}
