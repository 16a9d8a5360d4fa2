import LiveProtocol

/// A page that was asked for and is still to come.
struct PageLoading {
    private static let redirectLimit = 20

    private(set) var load: PageLoad
    let pending: PendingPage
    private let redirects: Int

    /// - Parameter redirects: How many pages led here, each of which told to ask for the next.
    init(_ load: PageLoad, _ pending: PendingPage, redirects: Int = 0) {
        self.load = load
        self.pending = pending
        self.redirects = redirects
    }

    /// What is to be asked for when the answer leads elsewhere (WHATWG fetch, "HTTP-redirect fetch"); nil when that has
    /// gone on for too long.
    func next(to location: String, status: Int) -> (load: PageLoad, redirects: Int)? {
        guard redirects < Self.redirectLimit else { return nil }
        var next = load
        next.url = load.url.resolve(location)
        if next.url.fragment == nil { next.url.fragment = load.url.fragment }
        if status != 307, status != 308 {
            next.method = "GET"
            next.body = nil
        }
        return (next, redirects + 1)
    }
}

/// A page that is to be requested.
struct PageLoad {
    var url: PageURL
    var method = "GET"
    /// The fields of a posted form, urlencoded.
    var body: String?
    /// How history takes it; nil when it is there already.
    var history: HistoryKind?
    /// Whether nobody asked for it: the page is loaded anew because its view does not answer.
    var isAutomatic = false
}
