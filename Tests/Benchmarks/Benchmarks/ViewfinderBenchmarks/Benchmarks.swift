import Benchmark

/// All figures, in the order of the README's table.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration.metrics = [.wallClock, .throughput]
    Benchmark.defaultConfiguration.maxDuration = .seconds(2)
    EngineFigures.add()
    ListFigures.add()
    SessionFigures.add()
    TemplateFigures.add()
    PageFigures.add()
    ScenarioFigures.add()
}
