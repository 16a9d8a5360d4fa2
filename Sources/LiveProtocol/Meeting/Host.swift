/// What serves pages: an engine in this process, or a server elsewhere.
public protocol Host: AnyObject {
    /// Asks for a page; the answer is there at once, or comes later.
    func request(_ request: PageRequest) -> PendingPage

    /// Opens the connection over which a page joins its views; it may take a while until it is open.
    func connect(_ request: ConnectRequest) -> any Transport

    /// Whether pages of an origin, such as `http://127.0.0.1:4000`, can be asked for.
    func reaches(origin: String) -> Bool
}

extension Host {
    /// Only what is asked for without leaving the host.
    public func reaches(origin: String) -> Bool { false }
}

/// Why a host cannot be reached, or what it says cannot be used; its description is one sentence for people.
public protocol HostFailure: Error, Sendable, CustomStringConvertible {}
