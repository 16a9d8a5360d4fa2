import LiveProtocol

extension Connection {
    func join(_ request: JoinRequest, _ frame: ClientFrame) {
        joinCount += 1
        if let limit = engine.shared.limits.joins, joinCount > limit {
            return refuse(.joins(limit: limit), frame)
        }
        guard let container = PageTokens.container(of: frame.topic) else { return reply(.refused(.stale), to: frame) }
        switch request.address {
        case .url(let url), .redirect(let url): joinMain(in: container, at: url, request, frame)
        case .nested: joinNested(in: container, request, frame)
        }
    }

    func leave(_ frame: ClientFrame) {
        if let session = session(of: frame.topic), session.place.joinReference == frame.joinReference {
            session.place.leave()
            session.end()
        }
        for session in sessions { session.leaveUpload(frame) }
        reply(.handled(nil), to: frame)
        push(.close, to: frame.topic, joinReference: frame.joinReference)
    }

    private func joinMain(in id: String, at url: String, _ request: JoinRequest, _ frame: ClientFrame) {
        session(of: frame.topic)?.end()
        guard let group = engine.shared.tokens.group(in: request.session, of: id) else {
            return reply(.refused(.stale), to: frame)
        }
        // What a page was let through to is its own group only.
        guard let match = engine.routes.match(Address(url)), match.route.group.name == group else {
            return reply(.refused(.unauthorized), to: frame)
        }
        let place = SessionPlace(
            services: engine.services, topic: frame.topic, joinReference: frame.joinReference,
            viewType: match.route.viewType,
            outlet: self, group: match.route.group, source: match.route.source)
        var container: ViewContainer?
        if case .redirect = request.address, engine.routes.hasContainers {
            container = match.route.container ?? .standard
        }
        start(
            LiveSession.make(match.route.makeView(), at: place), match.params, flash: flash(for: request, in: id),
            in: container, request, frame)
    }

    /// Joins a view that a session of this connection, or the layout, has placed; a token that none of them gave is stale.
    private func joinNested(in id: String, _ request: JoinRequest, _ frame: ClientFrame) {
        if let group = engine.shared.tokens.layoutGroup(in: request.session, of: id) {
            return joinLayout(of: group, in: id, request, frame)
        }
        let number = engine.shared.tokens.placer(in: request.session)
        guard let placer = sessions.first(where: { $0.place.address.number == number }),
            let (view, placing) = placer.nestedView(of: frame.topic, token: request.session)
        else { return reply(.refused(.stale), to: frame) }
        if let running = session(of: frame.topic) {
            guard view.isSticky || running.place.parent === placer else {
                let reason = "\(NestedViewError.placedElsewhere(id: view.id))"
                return reply(.refused(.crashed(reason: reason)), to: frame)
            }
            running.end()
        }
        let place = SessionPlace(
            services: engine.services, topic: frame.topic, joinReference: frame.joinReference, viewType: view.viewType,
            outlet: self, group: placer.place.group, role: view.isSticky ? .sticky : .nested, placer: placer,
            placing: placing)
        start(LiveSession.make(view.view, at: place), pageParams, flash: Flash(), request, frame)
    }

    private func joinLayout(of name: String, in id: String, _ request: JoinRequest, _ frame: ClientFrame) {
        session(of: frame.topic)?.end()
        guard let group = engine.routes.group(named: name),
            let view = engine.shared.layout(of: group).stickyViews.first(where: { $0.id == id })
        else { return reply(.refused(.stale), to: frame) }
        let place = SessionPlace(
            services: engine.services, topic: frame.topic, joinReference: frame.joinReference, viewType: view.viewType,
            outlet: self, group: group, role: .sticky)
        start(LiveSession.make(view.view, at: place), pageParams, flash: Flash(), request, frame)
    }

    /// - Parameter container: The element that the client is to put the view in.
    private func start(
        _ session: LiveSession, _ params: Params, flash: Flash, in container: ViewContainer? = nil,
        _ request: JoinRequest, _ frame: ClientFrame
    ) {
        let limit = engine.shared.limits.views
        guard sessions.count < limit else { return refuse(.views(limit: limit), frame) }
        let answer = session.join(params, flash: flash, connectParams: request.params)
        if !session.isEnded { sessions.append(session) }
        if case .joined(var joined) = answer {
            joined.container = container
            reply(.joined(joined), to: frame)
        } else {
            reply(answer, to: frame)
        }
        restoreAwaited(session)
    }

    /// The values of the address that the page is at.
    private var pageParams: Params {
        let url = sessions.first { $0.place.role == .main }?.state.url ?? "/"
        return engine.routes.match(Address(url))?.params ?? Params(url: url)
    }

    /// The flash that travelled here: with the navigation, or with the page on its first join only
    /// (Flash.md, "What travels").
    private func flash(for request: JoinRequest, in id: String) -> Flash {
        let (flashes, now) = (engine.shared.flashes, engine.clock.date)
        if let token = request.flash { return flashes.flash(of: token, at: now) }
        guard case .url = request.address, (request.params["_mounts"]?.integer ?? 0) == 0 else { return Flash() }
        return flashes.flash(of: engine.shared.tokens.flash(in: request.staticToken, of: id), at: now)
    }

    private func refuse(_ limit: ConnectionLimit, _ frame: ClientFrame) {
        reply(.refused(.crashed(reason: "\(limit)")), to: frame)
    }
}

/// A connection asks for more than it may have.
private enum ConnectionLimit: Error {
    case views(limit: Int)
    case joins(limit: Int)
}

extension ConnectionLimit: CustomStringConvertible {
    var description: String {
        switch self {
        case .views(let limit): "the connection has \(limit) views already, and may have no more at a time"
        case .joins(let limit): "the connection has joined views \(limit) times, and may not again; load the page anew"
        }
    }
}
