import LiveProtocol

extension LiveSession {
    /// What the session holds, as values; the same object as long as nothing of it changes.
    final func keepState() -> KeptSession {
        if let kept { return kept }
        let state = KeptSession(self)
        kept = state
        return state
    }

    /// Makes what the session held before what it holds now, and tells the client what differs.
    ///
    /// - Throws: What keeps it from being rendered; nothing was changed then.
    final func restore(_ kept: KeptSession) throws {
        let url = state.url
        guard case .changed(let diff, _) = try transact(.restore(kept)) else { return }
        if place.role == .main, state.url != url { place.deliver(.livePatch(LivePatch(to: state.url))) }
        if !diff.isEmpty { place.deliver(.diff(diff)) }
    }

    /// What is left of the session for those who want to look at it when it is over.
    final func endedView(_ reason: EndedView.Reason) -> EndedView {
        let page = KeptSessions([keepState()])
        return EndedView(part: page.views[0], reason: reason, time: place.services.clock.now, page: page)
    }
}
