/// A case that is going to be run, and the servers that it needs.
package struct PlannedCase: Sendable {
    package private(set) var scenarioCase: ScenarioCase
    package let scenario: Scenario
    let servers: [ServerSetup]

    /// Pages are those of the folder's first server, unless the header names another.
    init(_ scenarioCase: ScenarioCase, of scenario: Scenario, servers: [ServerSetup] = []) {
        self.scenarioCase = scenarioCase
        self.scenario = scenario
        self.servers = servers
        if scenarioCase.world.server == nil { self.scenarioCase.world.server = servers.first?.ready.server }
    }

    /// The path of its file, with `#` and the row's name where there are several.
    package var id: String { scenarioCase.id }

    /// What needs a network; nil where it runs in this process.
    var networkNeed: String? {
        scenarioCase.world.server.map { _ in servers.first?.path ?? "\(scenario.path): url" }
    }
}
