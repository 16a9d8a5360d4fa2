import Simulator

/// The pages of one case, side by side on one host and one clock, as the windows of several people are.
struct CasePages {
    static let firstName = "first"

    /// The page that steps act on.
    private(set) var current: Simulator
    private var pages: [String: Simulator]
    private let makePage: () -> Simulator

    /// - Parameter makePage: Makes a page of the case's host, on its clock.
    init(_ makePage: @escaping () -> Simulator) {
        self.makePage = makePage
        current = makePage()
        pages = [Self.firstName: current]
    }

    /// Goes on in another page, which takes in what has come to it meanwhile.
    mutating func turn(to name: String) {
        current = pages[name] ?? makePage()
        pages[name] = current
        current.settle()
    }
}
