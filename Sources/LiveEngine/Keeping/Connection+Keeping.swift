import LiveProtocol

extension Connection: Inspectable {
    func inspect(topic: String) -> Inspection? { session(of: topic)?.inspect() }

    func failures(topic: String) -> [String] { session(of: topic)?.failures ?? [] }

    func keep() -> (any KeptPage)? {
        if let lastKept, lastKept.sessions.count == sessions.count,
            zip(lastKept.sessions, sessions).allSatisfy({ $0 === $1.kept })
        {
            return lastKept
        }
        let kept = KeptSessions(sessions.map { $0.keepState() })
        lastKept = kept
        return kept
    }

    /// Views that are not on the page now are restored when it shows them again and they are joined.
    func restore(_ page: any KeptPage) throws(RestoreRefusal) -> [RestoreShortfall] {
        guard let page = page as? KeptSessions, let kept = page.main else { throw .nothingKept }
        guard let main = sessions.first(where: { $0.place.role == .main }) else {
            throw .viewGone(kept.view, present: nil)
        }
        guard kept.isOf(main) else { throw .viewGone(kept.view, present: main.viewName) }
        for kept in page.sessions where type(of: kept.context) is AnyClass { throw .contextIsObject(view: kept.view) }
        let others = sessions.filter { $0 !== main }
        do {
            try main.restore(kept)
        } catch {
            throw .failed("\(error)")
        }
        awaited = [:]
        var shortfalls = page.sessions.flatMap(\.shortfalls)
        for kept in page.sessions where kept !== page.main {
            if let session = others.first(where: { $0.place.topic == kept.place.topic }) {
                if !restore(session, kept) { shortfalls.append(.view(kept.place.id)) }
            } else {
                awaited[kept.place.topic] = kept
            }
        }
        return shortfalls
    }

    /// Restores a view that has just been joined, when the moment that is made the present again had it.
    func restoreAwaited(_ session: LiveSession) {
        guard !session.isEnded, let kept = awaited.removeValue(forKey: session.place.topic) else { return }
        _ = restore(session, kept)
    }

    /// What the page is told from now on may show views that are new, and not those of the past.
    func stopAwaiting(at frame: ClientFrame) {
        switch frame.message {
        case .event, .livePatch: awaited = [:]
        case .join, .leave, .componentsWillBeDestroyed, .componentsDestroyed, .allowUpload, .uploadProgress,
            .joinUpload, .uploadChunk:
            break
        }
    }

    /// - Returns: Whether the session holds now what was kept.
    private func restore(_ session: LiveSession, _ kept: KeptSession) -> Bool {
        guard kept.isOf(session) else { return false }
        do {
            try session.restore(kept)
            return true
        } catch {
            session.note(error)
            return false
        }
    }
}

extension KeptSession {
    /// Whether it is of the same kind of view at the same place.
    fileprivate func isOf(_ session: LiveSession) -> Bool {
        place.viewType == session.place.viewType && place.group.name == session.place.group.name
    }
}
