import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Opens the connection of a page that has views, and joins them; a page without is dead and stays so.
    func connect() {
        let containers = bindings.elements(.viewContainer).filter(isRootContainer)
        guard !containers.isEmpty else {
            for node in Array(document.elements(below: document.root)) where document.isAlive(node) {
                syncHook(of: node)
                runMounted(node)
            }
            return
        }
        take(host.connect())
        record(.connection(.connected))
        for container in containers { joinRoot(container) }
    }

    /// Uses a connection, whose news from other threads then reach whoever listens to the client.
    private func take(_ transport: any Transport) {
        page.transport = transport
        transport.onActivity = onActivity
    }

    private func isRootContainer(_ node: NodeID) -> Bool {
        document.hasAttribute(ViewAttribute.session, of: node)
            && !document.hasAttribute(ViewAttribute.parentID, of: node)
    }

    private func joinRoot(_ container: NodeID) {
        guard let id = document.attribute("id", of: container) else {
            report(.missingID, "a live view's container has no id: <\(document.name(of: container))>")
            return
        }
        guard page.views[id] == nil else { return }
        let isMain = document.hasAttribute(ViewAttribute.main, of: container)
        let view = ViewChannel(id: id, container: container, parentID: nil, isMain: isMain)
        page.views[id] = view
        view.firstAddress = page.url.absolute
        if isMain { record(.pageLoading(PageLoadingEvent(.initial(to: page.url.absolute), isStart: true))) }
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

    @discardableResult
    func joinNested(_ container: NodeID, of parent: ViewChannel) -> ViewChannel? {
        guard let id = document.attribute("id", of: container) else {
            report(.missingID, "the container of a nested view has no id: <\(document.name(of: container))>")
            return nil
        }
        if let known = page.views[id], !known.isDestroyed { return known.isJoinPending ? known : nil }
        guard !family(of: parent).givenUp.contains(id) else { return nil }
        let view = ViewChannel(
            id: id, container: container, parentID: parent.id, isMain: false,
            earlierJoins: max(parent.joinCount - 1, 0))
        page.views[id] = view
        join(view)
        return view
    }

    /// Sees whether the connection was lost since the last look, or is back.
    func noticeConnection() {
        guard let transport = page.transport, !transport.isConnected, !page.connection.isLost else { return }
        page.connection.isLost = true
        record(.connection(.disconnected))
        for view in page.views.values { lose(view, isServerError: false) }
        scheduleReconnect()
    }

    private func scheduleReconnect() {
        let delay = ConnectionLife.reconnectDelay(attempt: page.connection.attempts)
        page.connection.attempts += 1
        after(delay) { [weak self] in
            guard let self else { return }
            let transport = host.connect()
            guard transport.isConnected else {
                scheduleReconnect()
                return
            }
            take(transport)
            page.connection = ConnectionLife()
            record(.connection(.connected))
            for view in page.views.values where view.parentID == nil && !view.isDestroyed { join(view) }
        }
    }

    /// Gives the connection up for good; only another page has one again.
    func disconnect() {
        page.connection.isLost = true
        for view in page.views.values { lose(view, isServerError: false) }
        page.transport?.onActivity = nil
        page.transport = nil
    }

    /// A view's session crashed: it is joined again after a while.
    func crashed(_ view: ViewChannel) {
        record(.connection(.crashed(topic: view.topic)))
        lose(view, isServerError: true)
        after(ConnectionLife.rejoinDelay(attempt: view.joinAttempts)) { [weak self, weak view] in
            guard let self, let view, !view.isDestroyed, view.state == .errored, !page.connection.isLost else { return }
            join(view)
        }
    }

    /// A view's session ended as it should.
    func closed(_ view: ViewChannel) {
        guard !view.isDestroyed else { return }
        view.state = .closed
        dropPending(of: view)
    }

    /// The channel of a view does not answer any more: what waits for it is given up, and the page shows it.
    private func lose(_ view: ViewChannel, isServerError: Bool) {
        guard !view.isDestroyed, view.state != .errored else { return }
        view.state = .errored
        if let timer = view.joinTimer { page.timers.cancel(timer) }
        for child in Array(page.views.values) where child.parentID == view.id { destroy(child) }
        dropPending(of: view)
        failTransfers(to: view)
        view.heldDiffs = []
        if view.isMain { page.pendingLink = nil }
        showError(of: view, isServerError: isServerError)
    }

    /// Shows that a view has no session: classes, hooks, and after a while `phx-disconnected` say so (CLIENT.md 16).
    func showError(of view: ViewChannel, isServerError: Bool) {
        if view.isMain {
            record(
                .pageLoading(
                    PageLoadingEvent(.error(to: page.url.absolute, isServer: isServerError), isStart: true)))
        }
        setState(
            of: view,
            to: [StateClass.loading, StateClass.error, isServerError ? StateClass.serverError : StateClass.clientError])
        tellHooks(of: view, isConnected: false)
        let joinCount = view.joinCount
        after(ConnectionLife.disconnectedDelay) { [weak self, weak view] in
            guard let self, let view, !view.isDestroyed, view.joinCount == joinCount, view.state != .joined else {
                return
            }
            runAll(BindingName.disconnected, in: view)
        }
    }

    /// Shows on a view's container how its channel is.
    func setState(of view: ViewChannel, to classes: [String]) {
        guard document.isAlive(view.container) else { return }
        let all = [
            StateClass.loading, StateClass.connected, StateClass.error, StateClass.serverError, StateClass.clientError,
        ]
        document.withoutEdits {
            ClassList.change(of: view.container, in: document, adding: classes, removing: all)
        }
    }

    /// Runs the commands in an attribute of all elements of a view that have it.
    func runAll(_ attribute: String, in view: ViewChannel) {
        for node in ownedElements(of: view) where document.isAlive(node) {
            if let commands = document.attribute(attribute, of: node) { run(commands, on: node, type: nil) }
        }
    }

    /// Does something as soon as the present turn is over, when sessions have heard that their views were left.
    private func whenLeft(_ operation: @escaping () -> Void) {
        page.leavingCount += 1
        after(.zero) { [weak self] in
            operation()
            self?.page.leavingCount -= 1
        }
    }

    /// Leaves a view's channel; what it showed may stay on the page for a while, and belongs to nobody then.
    func destroy(_ view: ViewChannel) {
        guard !view.isDestroyed else { return }
        for child in Array(page.views.values) where child.parentID == view.id { destroy(child) }
        var tellHooks = {}
        if document.isAlive(view.container) {
            page.nodes[view.container].isLeftContainer = true
            tellHooks = takeHooks(of: view)
        }
        if view.state == .joined || view.state == .joining, page.transport?.isConnected == true {
            send(.leave, to: view, reference: page.nextReference())
            record(.connection(.left(topic: view.topic)))
        }
        if page.isUnloaded { tellHooks() } else { whenLeft(tellHooks) }
        view.isDestroyed = true
        view.state = .closed
        if let timer = view.joinTimer { page.timers.cancel(timer) }
        cancelTransfers { $0.target.view === view }
        for push in view.pending.values { page.timers.cancel(push.timer) }
        view.pending = [:]
        page.focusStack.removeAll { document.isAlive($0) && document.contains(view.container, $0) }
        if page.views[view.id] === view { page.views[view.id] = nil }
    }
}
