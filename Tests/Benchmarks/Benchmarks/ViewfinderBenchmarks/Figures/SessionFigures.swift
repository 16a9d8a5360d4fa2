import Benchmark
import LiveEngine

/// What a session costs that only waits: a small form, joined, and an event later.
enum SessionFigures {
    private static let count = 10_000
    private static let memory = BenchmarkMetric.custom("memory of one (bytes)", useScalingFactor: false)

    static func add() {
        var configuration = Benchmark.defaultConfiguration
        configuration.metrics.append(memory)
        configuration.warmupIterations = 0
        // What one round gives back the next would use again, and seem to need nothing.
        configuration.maxIterations = 1
        Benchmark("\(count) sessions opened, and resting", configuration: configuration) { benchmark in
            let engine = App.makeEngine()
            var views: [JoinedView] = []
            views.reserveCapacity(count)
            let before = AllocatedMemory.bytes
            benchmark.startMeasurement()
            for _ in 0..<count { views.append(JoinedView("/settings", of: engine)) }
            benchmark.stopMeasurement()
            benchmark.measurement(memory, (AllocatedMemory.bytes - before) / count)
            views.removeAll()
        }
    }
}
