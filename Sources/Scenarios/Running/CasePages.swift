import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// The pages of one case, side by side on one host and one clock, as the windows of several people are.
struct CasePages {
    /// A page, what is between it and the host, and what listens to it.
    struct Page {
        let simulator: Simulator
        let network: Network
        let watch: PageWatch
        /// What it waits for; nil where the host is in this process, and answers at once.
        let answers: WindowAnswers?

        /// - Parameters:
        ///   - host: What serves its pages.
        ///   - time: How time passes where it is real; nil where it is virtual.
        init(
            on host: any Host, clock: VirtualClock, size: Size, settings: ClientSettings, findings: CaseFindings,
            time: ServerTime? = nil
        ) {
            network = Network(to: host, clock: clock)
            simulator = Simulator(host: network, clock: clock, size: size, settings: settings)
            watch = PageWatch(simulator.client, findings: findings)
            answers = time.map { [simulator, network] in WindowAnswers(of: simulator, over: network, time: $0) }
        }

        /// Whether a page was ever opened in it.
        var isOpen: Bool { simulator.client.documentGeneration > 0 }
    }

    static let firstName = "first"

    /// The page that steps act on.
    private(set) var current: Page
    private(set) var currentName = CasePages.firstName
    private var pages: [String: Page]
    private let makePage: () -> Page

    /// - Parameter makePage: Makes a page of the case's host, on its clock.
    init(_ makePage: @escaping () -> Page) {
        self.makePage = makePage
        current = makePage()
        pages = [Self.firstName: current]
    }

    /// Goes on in another page, which takes in what has come to it meanwhile.
    mutating func switchPage(to name: String) {
        current = pages[name] ?? makePage()
        pages[name] = current
        currentName = name
        current.simulator.settle()
    }

    /// Closes all of them, so that a server elsewhere knows that nobody is there any more.
    func close() { for page in pages.values { page.simulator.client.close() } }
}
