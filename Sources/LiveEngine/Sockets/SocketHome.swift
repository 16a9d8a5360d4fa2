/// What stands behind the sockets of one session: what a handler can ask without waiting for its own end.
protocol SocketHome: AnyObject {
    /// Where infos for the view are put.
    var address: SessionAddress { get }
    /// Who is in which room.
    var presences: PresenceBoard { get }

    /// - Throws: `TimeLimitExceeded` when what runs now has taken longer than it may.
    func checkTimeLimit() throws
}
