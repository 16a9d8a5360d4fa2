import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    private static let nestedJoinAttempts = 3
    private static let serverErrorClasses = [StateClass.loading, StateClass.error, StateClass.serverError]

    /// Asks for a view to be joined, for the first time or again.
    func join(_ view: ViewChannel) {
        guard let transport = page.transport, !view.isDestroyed else { return }
        let reference = page.nextReference()
        view.joinReference = reference
        view.state = .joining
        let message = ClientMessage.join(request(for: view))
        view.joinAttempts += 1
        view.joinTimer = after(ConnectionLife.joinTimeout) { [weak self, weak view] in
            guard let self, let view, view.state == .joining, view.joinReference == reference else { return }
            send(.leave, to: view, reference: page.nextReference())
            refused(view, .crashed(reason: "no answer came within 10 seconds"))
        }
        record(.sent(message, topic: view.topic))
        transport.send(
            ClientFrame(joinReference: reference, reference: reference, topic: view.topic, message: message))
        // A join that is answered at once shows no loading.
        after(.milliseconds(1)) { [weak self, weak view] in
            guard let self, let view, view.state == .joining, view.joinReference == reference,
                view.joinCount == view.earlierJoins
            else { return }
            setState(of: view, to: [StateClass.loading])
        }
    }

    private func request(for view: ViewChannel) -> JoinRequest {
        var params: OrderedDictionary<String, JSONValue> = [:]
        if case .object(let members) = settings.params { params = members }
        let tracked = bindings.elements(.trackedStatic)
        if !tracked.isEmpty {
            params["_track_static"] = .array(
                tracked.compactMap { document.attribute("href", of: $0) ?? document.attribute("src", of: $0) }
                    .map { .string(page.url.resolve($0).absolute) })
        }
        params["_mounts"] = .integer(view.joinCount)
        params["_mount_attempts"] = .integer(view.joinAttempts)
        if let referer = view.referer { params["_live_referer"] = .string(referer) }
        let isSticky = document.hasAttribute(ViewAttribute.sticky, of: view.container)
        let address: JoinRequest.Address =
            !view.isMain
            ? .nested : view.isRedirected ? .redirect(address(of: view)) : .url(address(of: view))
        let staticToken = document.attribute(ViewAttribute.staticToken, of: view.container)
        return JoinRequest(
            address: address, params: params,
            session: document.attribute(ViewAttribute.session, of: view.container) ?? "",
            staticToken: staticToken?.isEmpty == false ? staticToken : nil, flash: view.flash, isSticky: isSticky)
    }

    private func address(of view: ViewChannel) -> String {
        view.isRedirected ? page.pendingLink?.url.absolute ?? page.url.absolute : page.url.absolute
    }

    /// Joins the nested views on the page that have not been joined, or that the loss of their view left behind.
    private func joinMissing(in view: ViewChannel) {
        for node in bindings.elements(.viewContainer) where document.isAlive(node) {
            guard document.attribute(ViewAttribute.parentID, of: node) == view.id,
                document.contains(view.container, node)
            else { continue }
            joinNested(node, of: view)
        }
    }

    func handleJoin(_ reply: Reply, of view: ViewChannel) {
        if let timer = view.joinTimer { page.timers.cancel(timer) }
        switch reply {
        case .joined(let join):
            record(.received(join.rendered, topic: view.topic))
            requestUpdate { [weak self] in self?.joined(view, with: join) }
        case .refused(let refusal): refused(view, refusal)
        case .failed(let reason): refused(view, .crashed(reason: reason.words))
        case .handled, .liveRedirect, .redirect, .linkRedirect, .componentsDeleted, .upload: break
        }
    }

    private func joined(_ view: ViewChannel, with reply: JoinReply) {
        guard !view.isDestroyed, view.state == .joining else { return }
        view.state = .joined
        view.joinAttempts = 0
        if view.isMain { reloadCounts[page.url.path] = nil }
        view.givenUp = []
        view.isJoinPending = true
        record(.connection(.joined(topic: view.topic)))
        dropMarks(of: view)
        if let container = reply.container { put(view, in: container) }
        do {
            let tree = try RenderedTree(viewID: view.id, joining: reply.rendered)
            view.tree = tree
            let content = try makeContent(of: view, tree, changedComponents: nil)
            view.joinCount += 1
            view.flash = nil
            let joined = JoinedPage(reply: reply, content: content)
            recoverForms(of: view, in: content.fragment) { [weak self] in self?.complete(view, joined) }
        } catch {
            report(.renderedTree, "the view \(view.id) cannot be shown: \(error)")
            showFailure(of: view, reason: String(describing: error))
        }
    }

    /// Shows a joined view: at once, or on the first load together with all nested views.
    private func complete(_ view: ViewChannel, _ joined: JoinedPage) {
        guard !view.isDestroyed else { return }
        let parent = view.parentID.flatMap { page.views[$0] }
        let isFirstOfFamily = view.joinCount == 1 && (parent.map(\.isJoinPending) ?? true)
        guard isFirstOfFamily else { return show(joined, of: view) }
        let root = family(of: view)
        let containers = document.elements(below: joined.content.fragment).filter {
            document.hasAttribute(ViewAttribute.session, of: $0)
                && document.attribute(ViewAttribute.parentID, of: $0) == view.id
        }
        for container in containers {
            // The static token of the page that was loaded is the one that counts.
            if let id = document.attribute("id", of: container), let old = document.element(withID: id),
                let token = document.attribute(ViewAttribute.staticToken, of: old)
            {
                document.withoutEdits { document.setAttribute(ViewAttribute.staticToken, to: token, of: container) }
            }
            if let child = joinNested(container, of: view) { root.awaitedChildren.insert(child.id) }
        }
        root.joinedFamily.append { [weak self] in self?.show(joined, of: view) }
        root.awaitedChildren.remove(view.id)
        showFamilyIfComplete(of: root)
    }

    /// The view at the top of those that a view is nested in.
    func family(of view: ViewChannel) -> ViewChannel {
        var root = view
        while let parent = root.parentID.flatMap({ page.views[$0] }) { root = parent }
        return root
    }

    private func showFamilyIfComplete(of root: ViewChannel) {
        guard root.awaitedChildren.isEmpty else { return }
        let operations = root.joinedFamily
        root.joinedFamily = []
        for operation in operations { operation() }
    }

    private func show(_ joined: JoinedPage, of view: ViewChannel) {
        guard !view.isDestroyed else { return }
        let rendered = joined.reply.rendered
        if view.isRedirected, view.joinCount == 1 { swapMain(for: view) }
        if view.parentID != nil, let container = document.element(withID: view.id) { view.container = container }
        for event in rendered.events where event.precedesPatch { dispatch(event) }
        if view.isMain || rendered.title != nil { setTitle(rendered.title ?? "") }
        let patch = Patch(self, view: view, top: view.container, isJoin: true, streams: joined.content.streams)
        show(joined.content, of: view, by: patch)
        conclude(patch)
        joinMissing(in: view)
        for node in ownedElements(of: view) where document.isAlive(node) {
            syncHook(of: node)
            runMounted(node)
        }
        view.isJoinPending = false
        for event in rendered.events where !event.precedesPatch { dispatch(event) }
        applyHeldDiffs(of: view)
        if let patch = joined.reply.livePatch { follow(patch, from: view) }
        setState(of: view, to: [StateClass.connected])
        runAll(BindingName.connected, in: view)
        if view.joinCount > 1 { tellHooks(of: view, isConnected: true) }
        if view.isMain { finishNavigation(of: view) }
        applyHeldDiffs(of: view)
        checkStructure(of: view)
    }

    private func refused(_ view: ViewChannel, _ refusal: JoinRefusal) {
        view.state = .closed
        record(.connection(.refused(topic: view.topic, reason: refusal.words)))
        switch refusal {
        case .stale, .unauthorized:
            if let flash = view.flash { setFlashCookie(flash) }
            guard view.isMain else { return giveUpNested(view, reason: refusal.words) }
            guard view.joinCount > 0 || view.isRedirected else {
                // A page that was just loaded would be refused again and again without a pause.
                return giveUp(view, reason: refusal.words)
            }
            load(page.pendingLink?.url ?? page.url, history: view.isRedirected ? .push : nil)
        case .reload(let status, let token):
            if let token { cookies.set("__phoenix_reload_status__", to: token, until: clock.now + .seconds(60)) }
            report(.join, "the view answered with status \(status) while mounting", severity: .warning)
            load(page.pendingLink?.url ?? page.url, history: view.isRedirected ? .push : nil)
        case .redirect(let redirect, let events):
            for event in events { dispatch(event) }
            follow(redirect)
        case .liveRedirect(let redirect, let events):
            for event in events { dispatch(event) }
            follow(redirect, from: view)
        case .crashed(let reason):
            joinCrashed(view, reason: reason)
        }
    }

    private func joinCrashed(_ view: ViewChannel, reason: String) {
        report(.join, "the view \(view.id) cannot be joined: \(reason)")
        guard !view.isMain else { return giveUp(view, reason: reason) }
        guard view.joinAttempts < Self.nestedJoinAttempts else { return giveUpNested(view, reason: reason) }
        view.state = .errored
        if let container = document.element(withID: view.id) { view.container = container }
        showError(of: view, isServerError: true)
        after(ConnectionLife.rejoinDelay(attempt: view.joinAttempts - 1)) { [weak self, weak view] in
            guard let self, let view, !view.isDestroyed, view.state == .errored else { return }
            join(view)
        }
    }

    /// Shows why a view cannot be joined, unless it shows something already; the page of a main view is loaded anew after
    /// a while.
    private func giveUp(_ view: ViewChannel, reason: String) {
        view.state = .errored
        if view.joinCount == 0, isEmpty(view.container) { showFailure(of: view, reason: reason) }
        showError(of: view, isServerError: true)
        if view.isMain { reloadWithDelay(reason: "its view cannot be joined") }
    }

    /// Does without a nested view; the view at the top shows that something is wrong.
    private func giveUpNested(_ view: ViewChannel, reason: String) {
        if let container = document.element(withID: view.id) { view.container = container }
        if isEmpty(view.container) { showFailure(of: view, reason: reason) }
        let root = family(of: view)
        setState(of: view, to: Self.serverErrorClasses)
        root.givenUp.insert(view.id)
        root.awaitedChildren.remove(view.id)
        destroy(view)
        showFamilyIfComplete(of: root)
        showError(of: root, isServerError: true)
    }

    /// Whether an element shows nothing, not even what the page was rendered with before the join.
    private func isEmpty(_ container: NodeID) -> Bool {
        document.children(of: container).allSatisfy { child in
            !document.isElement(child) && document.text(of: child).allSatisfy(\.isWhitespace)
        }
    }

    /// Shows in a view's place why it cannot be shown.
    private func showFailure(of view: ViewChannel, reason: String) {
        if view.isRedirected, view.joinCount == 0 { swapMain(for: view) }
        guard document.isAlive(view.container) else { return }
        for child in Array(document.children(of: view.container)) { free(child) }
        let section = document.createElement(
            "section",
            attributes: [Attribute(name: "role", value: "alert"), Attribute(name: "class", value: "failure")])
        let heading = document.createElement("h1")
        document.append(document.createText("This view cannot be shown"), to: heading)
        let text = document.createElement("pre")
        document.append(document.createText(reason), to: text)
        document.append(heading, to: section)
        document.append(text, to: section)
        document.append(section, to: view.container)
        setState(of: view, to: Self.serverErrorClasses)
        if view.isMain { finishNavigation(of: view) }
    }
}
