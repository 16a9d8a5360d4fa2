import Benchmark

extension Benchmark {
    /// Adds a figure: work that is prepared once, unmeasured, and done over and over.
    ///
    /// - Parameters:
    ///   - scale: How often the work is done between two looks at the clock; short work needs more.
    ///   - prepare: Gives the work.
    static func add(_ name: String, scale: BenchmarkScalingFactor = .one, prepare: @escaping () throws -> () -> Void) {
        var configuration = defaultConfiguration
        configuration.scalingFactor = scale
        Benchmark(name, configuration: configuration) { benchmark, work in
            for _ in benchmark.scaledIterations { work() }
        } setup: {
            try prepare()
        }
    }
}
