import LiveProtocol

extension Connection: SessionOutlet {
    func deliver(_ message: ServerMessage, from place: SessionPlace) {
        push(message, to: place.topic, joinReference: place.joinReference)
    }

    func session(of topic: String) -> LiveSession? { sessions.first { $0.place.topic == topic } }

    func sessionEnded(_ session: LiveSession) {
        sessions.removeAll { $0 === session }
        for child in sessions where child.place.parent === session {
            child.end()
            deliver(.close, from: child.place)
        }
    }

    func openLetters() { for _ in 0..<inbox.count where !openLetter() { return } }

    /// Opens the next letter; false when there is none.
    func openLetter() -> Bool {
        guard let (letter, dropped) = inbox.next() else { return false }
        // A letter for a session that has ended is dropped.
        if let session = sessions.first(where: { $0.place.address.number == letter.session }) {
            if dropped > 0 { session.report(MailboxError.full(limit: inbox.limit, dropped: dropped)) }
            session.open(letter)
        }
        letter.opened?()
        return true
    }
}
