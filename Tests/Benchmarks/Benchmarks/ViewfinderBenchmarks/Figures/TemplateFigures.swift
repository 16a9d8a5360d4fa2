import Benchmark
import LiveEngine
import Markup
import Templates

/// Ten pages in template files, compiled and rendered, beside Jinja2 in the same run.
enum TemplateFigures {
    /// How long Jinja2 takes, and how many times as long as this.
    private static let jinja = BenchmarkMetric.custom("Jinja2 (ns)", useScalingFactor: false)
    private static let ratio = BenchmarkMetric.custom("times Jinja2", polarity: .prefersLarger, useScalingFactor: false)

    static func add() {
        do {
            let pages = try JinjaPage.all()
            if pages.isEmpty { print("The pages of templates are skipped: there is no \(JinjaPage.folder.path).") }
            for page in pages {
                add(page, .compile) {
                    let sources = page.sources
                    return { try TemplateLibrary(sources: sources).compile(JinjaPage.main) }
                }
                add(page, .render) {
                    let library = TemplateLibrary(sources: page.sources)
                    return { blackHole(try library.html(JinjaPage.main, context: page.context)) }
                }
            }
        } catch {
            print("The pages of templates are skipped: \(error)")
        }
    }

    private static func add(
        _ page: JinjaPage, _ step: JinjaPage.Step, prepare: @escaping () throws -> () throws -> Void
    ) {
        var configuration = Benchmark.defaultConfiguration
        configuration.metrics += [jinja, ratio]
        Benchmark("template \(page.name), \(step)", configuration: configuration) { benchmark, state in
            let (work, jinjaTime) = state
            let start = ContinuousClock.now
            try work()
            let time = ContinuousClock.now - start
            benchmark.stopMeasurement()
            guard let jinjaTime else { return }
            benchmark.measurement(jinja, Int(jinjaTime / .nanoseconds(1)))
            benchmark.measurement(ratio, Int((jinjaTime / time).rounded()))
        } setup: {
            (try prepare(), try page.jinjaTime(to: step))
        }
    }
}
