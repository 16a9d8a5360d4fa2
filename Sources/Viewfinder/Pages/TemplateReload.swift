import LiveEngine
import LiveProtocol

/// Shows edited template files in the pages that are open, by looking now and then whether any has changed.
///
/// It looks from the loop's own turns, by the page's clock, so that no page changes while a key is being handled.
enum TemplateReload {
    private static let interval = Duration.milliseconds(500)

    static func start(_ engine: Engine, on clock: VirtualClock) {
        clock.schedule(after: interval) { [weak engine, weak clock] in
            guard let engine, let clock else { return }
            engine.reloadTemplates()
            start(engine, on: clock)
        }
    }
}
