import Benchmark

/// All figures.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration.metrics = [.wallClock, .throughput]
    Benchmark.defaultConfiguration.maxDuration = .seconds(2)
    // Memory is measured before anything else has used any.
    SessionFigures.add()
    EngineFigures.add()
    ListFigures.add()
    ClientFigures.add()
    TemplateFigures.add()
    PageFigures.add()
    ScenarioFigures.add()
}
