import ArgumentParser
import Scenarios

/// Which cases of `test` are run.
struct SelectionOptions: ParsableArguments {
    @Option(name: .customLong("tag"), help: "Only scenarios with this tag; may be repeated.")
    private var tags: [String] = []

    @Option(name: .customLong("name"), help: "Only scenarios with this in their name; may be repeated.")
    private var names: [String] = []

    var filter: ScenarioFilter { ScenarioFilter(tags: tags, names: names) }
}
