import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Opens the connection of a page that has views, and joins them; a page without, or one that is not to be joined, is
    /// dead and stays so.
    func connect() {
        let containers = bindings.elements(.viewContainer).filter {
            !document.hasAttribute(ViewAttribute.parentID, of: $0)
        }
        guard settings.connects, !containers.isEmpty else {
            for node in bindings.elements(.lifecycle) where document.isAlive(node) {
                hooks.sync(node)
                runMounted(node)
            }
            return
        }
        outbox.use(host.connect(connectRequest), onActivity: onActivity)
        noticeConnection()
        for container in containers { joinRoot(container) }
    }

    // MARK: Views

    private func joinRoot(_ container: NodeID) {
        guard let id = document.attribute("id", of: container) else {
            return clientLog.report(
                .missingID, "a live view's container has no id: <\(document.name(of: container))>")
        }
        guard views[id] == nil else { return }
        let isMain = document.hasAttribute(ViewAttribute.main, of: container)
        let view = addView(id, in: container, isMain: isMain)
        view.firstAddress = page.url.absolute
        if isMain {
            clientLog.record(.pageLoading(PageLoadingEvent(.initial(to: page.url.absolute), isStart: true)))
        }
        join(view)
    }

    /// A patch brought the container of another view.
    func foundContainer(_ container: NodeID, in view: ViewChannel) {
        if document.hasAttribute(ViewAttribute.sticky, of: container) {
            joinRoot(container)
        } else if document.attribute(ViewAttribute.parentID, of: container) == view.id {
            joinNested(container, of: view)
        }
    }

    /// Joins a nested view for the first time.
    ///
    /// - Returns: The view, where what it shows is waited for.
    @discardableResult
    func joinNested(_ container: NodeID, of parent: ViewChannel) -> ViewChannel? {
        guard let id = document.attribute("id", of: container) else {
            clientLog.report(
                .missingID, "the container of a nested view has no id: <\(document.name(of: container))>")
            return nil
        }
        if let known = views[id], !known.isDestroyed { return known.isJoinPending ? known : nil }
        guard !views.family(of: parent).givenUp.contains(id) else { return nil }
        let view = addView(id, in: container, of: parent, earlierJoins: max(parent.joinCount - 1, 0))
        join(view)
        return view
    }

    /// Adds a view to the page, which is still to be joined.
    func addView(
        _ id: String, in container: NodeID, of parent: ViewChannel? = nil, isMain: Bool = false, earlierJoins: Int = 0
    ) -> ViewChannel {
        let locks = ViewLocks(viewID: id, document: document, nodes: page.nodes)
        let view = ViewChannel(
            id: id, container: container, parentID: parent?.id, isMain: isMain, earlierJoins: earlierJoins,
            locks: locks)
        locks.effects = ViewLocks.Effects(
            show: { [weak self, weak view] copy, node, mark in
                guard let self, let view, let tree = view.tree else { return }
                patcher(of: view, tree).show(copy, in: node, upTo: mark)
            },
            free: { [weak self] node in self?.free(node) })
        views.add(view)
        return view
    }

    /// Leaves a view's channel; what it showed may stay on the page for a while, and belongs to nobody then.
    func destroy(_ view: ViewChannel) {
        guard !view.isDestroyed else { return }
        for child in views.children(of: view) { destroy(child) }
        var tellHooks = {}
        if document.isAlive(view.container) {
            page.nodes[view.container].isLeftContainer = true
            if !hooks.isEmpty { tellHooks = hooks.take(from: views.ownedElements(of: view)) }
        }
        if view.state == .joined || view.state == .joining, outbox.isConnected {
            outbox.send(.leave, to: view, reference: outbox.nextReference())
            clientLog.record(.connection(.left(topic: view.topic)))
        }
        if page.isUnloaded { tellHooks() } else { whenLeft(tellHooks) }
        view.isDestroyed = true
        view.state = .closed
        if let timer = view.joinTimer { schedule.cancel(timer) }
        page.uploads.cancelTransfers(to: view)
        outbox.forgetPushes(of: view)
        page.recovery.forget(view)
        page.focusStack.removeAll { document.isAlive($0) && document.contains(view.container, $0) }
        views.remove(view)
    }

    /// Does something as soon as the present turn is over, when sessions have heard that their views were left.
    private func whenLeft(_ operation: @escaping () -> Void) {
        page.leavingCount += 1
        schedule.after(.zero) { [weak self] in
            operation()
            self?.page.leavingCount -= 1
        }
    }

    // MARK: Losses

    /// Sees whether the connection was opened or lost since the last look, or is back.
    func noticeConnection() {
        if let attempt = page.connection.attempt { return notice(attempt) }
        guard let state = outbox.connectionState else { return }
        switch state {
        case .connecting: break
        case .open: tellOpen()
        case .closed(let code, let reason): if !page.connection.isLost { lost(code: code, reason: reason) }
        }
    }

    private func tellOpen() {
        guard !page.connection.isToldOpen else { return }
        page.connection.isToldOpen = true
        clientLog.record(.connection(.connected))
    }

    private func lost(code: Int?, reason: String) {
        page.connection.isLost = true
        let wasOpen = page.connection.isToldOpen
        page.connection.isToldOpen = false
        clientLog.record(.connection(.disconnected))
        if !wasOpen || code != nil, !reason.isEmpty {
            clientLog.report(.connection, "the connection is lost: \(reason)", severity: .warning)
        }
        let isUnanswered = wasOpen && views.main.map { $0.state == .joining } ?? false
        page.connection.unansweredJoins = isUnanswered ? page.connection.unansweredJoins + 1 : 0
        for view in views.all { lose(view, isServerError: false) }
        if code == ConnectionState.normalClosure, views.main != nil {
            reloadWithDelay(reason: "the server closed the connection")
        } else if page.connection.unansweredJoins >= ConnectionLife.unansweredJoinLimit, let main = views.main {
            // A server that closes instead of answering does not know the tokens of the page.
            reloadStale(main, reason: "the server closes the connection instead of answering")
        } else {
            scheduleReconnect()
        }
    }

    private func scheduleReconnect() {
        let delay = ConnectionLife.reconnectDelay(attempt: page.connection.attempts)
        page.connection.attempts += 1
        schedule.after(delay) { [weak self] in
            guard let self else { return }
            let transport = host.connect(connectRequest)
            transport.onActivity = onActivity
            page.connection.attempt = transport
            notice(transport)
        }
    }

    /// Sees what became of an attempt to connect again.
    private func notice(_ attempt: any Transport) {
        switch attempt.state {
        case .connecting: break
        case .closed:
            page.connection.attempt = nil
            scheduleReconnect()
        case .open:
            page.connection.attempt = nil
            page.connection.isLost = false
            outbox.use(attempt, onActivity: onActivity)
            tellOpen()
            for view in views.all where view.parentID == nil && !view.isDestroyed { join(view) }
        }
    }

    /// Gives the connection up for good; only another page has one again.
    func disconnect() {
        page.connection.isLost = true
        for view in views.all { lose(view, isServerError: false) }
        page.connection.attempt?.close()
        page.connection.attempt = nil
        outbox.disconnect()
    }

    /// A view's session crashed: it is joined again after a while.
    func crashed(_ view: ViewChannel) {
        clientLog.record(.connection(.crashed(topic: view.topic)))
        lose(view, isServerError: true)
        schedule.after(ConnectionLife.rejoinDelay(attempt: view.joinAttempts)) { [weak self, weak view] in
            guard let self, let view, !view.isDestroyed, view.state == .errored, !page.connection.isLost else { return }
            join(view)
        }
    }

    /// The channel of a view does not answer any more: what waits for it is given up, and the page shows it.
    private func lose(_ view: ViewChannel, isServerError: Bool) {
        guard !view.isDestroyed, view.state != .errored else { return }
        view.state = .errored
        if let timer = view.joinTimer { schedule.cancel(timer) }
        for child in views.children(of: view) { destroy(child) }
        outbox.dropPushes(of: view)
        page.uploads.failTransfers(to: view)
        view.heldDiffs = []
        if view.isMain { page.navigation.giveUp() }
        showError(of: view, isServerError: isServerError)
    }

    // MARK: What the page shows of it

    /// Shows that a view has no session: classes, hooks, and after a while `phx-disconnected` say so
    /// (TheClientsRules.md, "How the page shows its connection").
    func showError(of view: ViewChannel, isServerError: Bool) {
        if view.isMain {
            clientLog.record(
                .pageLoading(
                    PageLoadingEvent(.error(to: page.url.absolute, isServer: isServerError), isStart: true)))
        }
        let cause = isServerError ? StateClass.serverError : StateClass.clientError
        setState(of: view, to: [StateClass.loading, StateClass.error, cause])
        tellHooks(of: view, isConnected: false)
        let joinCount = view.joinCount
        schedule.after(ConnectionLife.disconnectedDelay) { [weak self, weak view] in
            guard let self, let view, !view.isDestroyed, view.joinCount == joinCount, view.state != .joined else {
                return
            }
            runAll(BindingName.disconnected, in: view)
        }
    }

    /// Tells the hooks in a view that its session is lost, or those that were told so that it is back.
    func tellHooks(of view: ViewChannel, isConnected: Bool) {
        if !hooks.isEmpty { hooks.tell(views.ownedElements(of: view), isConnected: isConnected) }
    }

    /// Shows on a view's container how its channel is.
    func setState(of view: ViewChannel, to classes: [String]) {
        guard document.isAlive(view.container) else { return }
        document.withoutEdits {
            ClassList.change(
                of: view.container, in: document, adding: classes, removing: StateClass.connection)
        }
    }

    /// Runs the commands in an attribute of all elements of a view that have it.
    func runAll(_ attribute: String, in view: ViewChannel) {
        for node in views.lifecycleElements(of: view) where document.isAlive(node) {
            if let commands = document.attribute(attribute, of: node) { run(commands, on: node, type: nil) }
        }
    }
}
