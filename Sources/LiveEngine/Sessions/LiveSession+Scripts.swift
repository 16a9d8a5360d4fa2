import LiveProtocol

extension LiveSession {
    /// Puts what a script says into the mailbox, as an info for the view or for a component.
    final func take(_ message: JSONValue, component: Int?) throws(ScriptRefusal) {
        let info: (any Sendable)?
        do {
            if let component {
                info = try components?.info(from: message, for: component)
            } else {
                info = try self.info(from: message)
            }
        } catch {
            throw .unreadableMessage(reason: "\(error)")
        }
        guard let info else { throw .noComponent }
        place.address.of(PagePart(component: component)).send(info)
    }
}

extension Connection {
    func send(_ message: JSONValue, toSession topic: String, component: Int?) throws(ScriptRefusal) {
        guard let session = session(of: topic) else { throw .noSession }
        try session.take(message, component: component)
    }
}
