import LiveProtocol
import Simulator

/// The pages of one case, side by side on one host and one clock, as the windows of several people are.
struct CasePages {
    /// A page, and what is between it and the host.
    struct Page {
        let simulator: Simulator
        let network: Network
    }

    static let firstName = "first"

    /// The page that steps act on.
    private(set) var current: Page
    private var pages: [String: Page]
    private let makePage: () -> Page

    /// - Parameter makePage: Makes a page of the case's host, on its clock.
    init(_ makePage: @escaping () -> Page) {
        self.makePage = makePage
        current = makePage()
        pages = [Self.firstName: current]
    }

    /// Goes on in another page, which takes in what has come to it meanwhile.
    mutating func turn(to name: String) {
        current = pages[name] ?? makePage()
        pages[name] = current
        current.simulator.settle()
    }
}
