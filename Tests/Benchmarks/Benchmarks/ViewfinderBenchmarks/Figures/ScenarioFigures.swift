import Benchmark
import LiveProtocol
import Scenarios

/// The reference scenario: open, two submits, one dismissal, five expectations.
enum ScenarioFigures {
    static func add() {
        Benchmark.add("reference scenario") {
            let reading = ScenarioReader().read(text: text, path: "settings.yaml")
            let runner = ScenarioRunner { App.makeEngine(clock: $0, observer: $1) }
            return {
                guard let scenario = reading.scenario else { return }
                for result in runner.run(scenario) where result.isFailure { print("the scenario failed") }
            }
        }
    }

    private static let text = """
        scenario: Saving the settings
        size: 80x24
        steps:
          - open: /settings
          - expect: { path: /settings }
          - submit: Save
          - expect: { flash: { error: "Name cannot be blank." } }
          - dismiss: error
          - expect: { flash: { error: null } }
          - submit: { with: { name: Ada } }
          - expect: { flash: { info: "Saved — welcome, Ada!", error: null } }
          - expect: { target: { label: Name }, value: Ada }
        """
}
