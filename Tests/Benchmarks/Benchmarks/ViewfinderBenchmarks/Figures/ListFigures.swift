import Benchmark
import LiveEngine
import LiveProtocol

/// One row of a list changes: its elements in an array, in a live list, and only in the page.
enum ListFigures {
    private static let diffBytes = BenchmarkMetric.custom("diff (bytes)", useScalingFactor: false)

    static func add() {
        for path in ["array", "list", "stream"] {
            for count in [100, 1_000, 10_000, 100_000] { add(path, count: count) }
        }
    }

    private static func add(_ path: String, count: Int) {
        var configuration = Benchmark.defaultConfiguration
        configuration.metrics.append(diffBytes)
        let name = "one row of \(count), \(path)"
        Benchmark(name, configuration: configuration) { (benchmark: Benchmark, work: () -> ServerFrame?) in
            let answer = work()
            benchmark.stopMeasurement()
            guard case .reply(.handled(let diff?))? = answer?.message else { return benchmark.error("no diff") }
            benchmark.measurement(diffBytes, diff.jsonSize)
        } setup: {
            let view = JoinedView("/\(path)/\(count)", of: App.makeEngine())
            let event = EventPush(type: "click", event: "hit", value: .json(["row": .integer(count / 2)]))
            return { view.send(event) }
        }
    }
}
