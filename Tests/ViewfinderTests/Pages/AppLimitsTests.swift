import Testing
import TextLayout

@testable import Viewfinder

@Suite struct AppLimitsTests {
    /// Lets no handler take any time at all.
    struct HastyApp: ViewfinderApp {
        var routes: [Route] {
            Route("/", "greets") { Greeting() }
        }

        var limits: SessionLimits {
            var limits = SessionLimits()
            limits.handlerTime = .zero
            return limits
        }
    }

    struct Greeting: LiveView {
        typealias Context = NoContext
        func render(_ context: Context, _ meta: Meta) -> Rendered { "<p>Hello</p>" }
    }

    @Test func `an app's limits hold for its sessions, by the real time`() throws {
        let page = try PagePrinter<HastyApp>(size: Size(columns: 80, rows: 24)).html(at: "/")
        #expect(page.contains("and may take 0.0 seconds"))
        #expect(!page.contains("Hello"))
    }
}
