import LiveProtocol

extension Connection {
    func join(_ request: JoinRequest, _ frame: ClientFrame) {
        switch request.address {
        case .url(let url), .redirect(let url): joinMain(at: url, request, frame)
        case .nested: joinNested(request, frame)
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

    private func joinMain(at url: String, _ request: JoinRequest, _ frame: ClientFrame) {
        session(of: frame.topic)?.end()
        guard frame.topic == PageTokens.topic(of: PageTokens.containerID),
            let group = PageTokens.group(in: request.session)
        else { return reply(.refused(.stale), to: frame) }
        // What a page was let through to is its own group only.
        guard let match = engine.routes.match(Address(url)), match.route.group.name == group else {
            return reply(.refused(.unauthorized), to: frame)
        }
        let place = SessionPlace(
            services: engine.services, topic: frame.topic, joinReference: frame.joinReference,
            viewType: match.route.viewType,
            outlet: self, group: match.route.group)
        var container: ViewContainer?
        if case .redirect = request.address, engine.routes.hasContainers {
            container = match.route.container ?? .standard
        }
        start(
            LiveSession.make(match.route.makeView(), at: place), match.params, flash: flash(for: request),
            in: container, request, frame)
    }

    /// Joins a view that a session of this connection, or the layout, has placed; a token that none of them gave is stale.
    private func joinNested(_ request: JoinRequest, _ frame: ClientFrame) {
        if let group = PageTokens.layoutGroup(in: request.session) { return joinLayout(of: group, request, frame) }
        let number = PageTokens.placer(in: request.session)
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

    private func joinLayout(of name: String, _ request: JoinRequest, _ frame: ClientFrame) {
        session(of: frame.topic)?.end()
        guard let group = engine.routes.group(named: name),
            let view = engine.layout(of: group).stickyViews.first(where: { PageTokens.topic(of: $0.id) == frame.topic })
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
        let answer = session.join(params, flash: flash, connectParams: request.params)
        if !session.isEnded { sessions.append(session) }
        if case .joined(var joined) = answer {
            joined.container = container
            reply(.joined(joined), to: frame)
        } else {
            reply(answer, to: frame)
        }
    }

    /// The values of the address that the page is at.
    private var pageParams: Params {
        let url = sessions.first { $0.place.role == .main }?.state.url ?? "/"
        return engine.routes.match(Address(url))?.params ?? Params(url: url)
    }

    /// The flash that travelled here: with the navigation, or with the page on its first join only
    /// (Flash.md, "What travels").
    private func flash(for request: JoinRequest) -> Flash {
        if let token = request.flash { return engine.tokens.flash(of: token) }
        guard case .url = request.address, (request.params["_mounts"]?.integer ?? 0) == 0 else { return Flash() }
        return engine.tokens.flash(of: PageTokens.flash(in: request.staticToken))
    }
}
