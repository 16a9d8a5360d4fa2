import OrderedCollections

/// A host in this process, which is told by scripts what no browser can tell a server.
package protocol InProcessHost: Host {
    /// Lets the chance that its sessions are handed be the same in each run.
    func seedChance(_ seed: UInt64)

    /// Sends a message to all sessions that are subscribed to a topic of a name.
    ///
    /// - Throws: Why nobody can be sent it.
    func broadcast(_ message: JSONValue, onTopic name: String) throws(ScriptRefusal)

    /// The address of a view.
    ///
    /// - Parameters:
    ///   - view: The name of its type.
    ///   - params: The values of its path, by name; those that the path has no place for go into the query.
    /// - Throws: Why there is no one address.
    func address(ofView view: String, params: OrderedDictionary<String, String>) throws(ScriptRefusal) -> String

    /// The cookie by which a browser has a session of some values.
    ///
    /// - Throws: When there are too many for one.
    func cookie(ofSession values: OrderedDictionary<String, JSONValue>) throws(ScriptRefusal) -> SetCookie
}

/// Why what a script asks for past the page cannot be done.
package enum ScriptRefusal: Error, Hashable, Sendable {
    /// The page has no session here: it is not joined, or its server is elsewhere.
    case noSession
    /// The component that was meant is not there any more.
    case noComponent
    /// The message cannot be made what its receiver handles.
    case unreadableMessage(reason: String)
    case noSubscriber(topic: String, known: [String])
    case unknownView(String, known: [String])
    case severalPaths(view: String, paths: [String])
    case missingParams([String], path: String)
    case unfitParams(path: String, url: String)
    /// A session is kept in a cookie, which has so many bytes at most.
    case longSession(length: Int, limit: Int)
}
