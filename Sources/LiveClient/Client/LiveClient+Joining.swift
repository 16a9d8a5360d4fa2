import HTMLTree
import LiveProtocol
import OrderedCollections

/// What a join brought, until it is shown.
private struct JoinedPage {
    enum Content {
        case made(ViewContent)
        /// The page shows it already, which the patch has found out.
        case adopted(Patch)
    }

    var reply: JoinReply
    /// What the view shows.
    var content: Content
}

extension LiveClient {
    private static let nestedJoinAttempts = 3
    private static let serverErrorClasses = [StateClass.loading, StateClass.error, StateClass.serverError]

    /// Asks for a view to be joined, for the first time or again.
    func join(_ view: ViewChannel) {
        guard outbox.hasConnection, !view.isDestroyed else { return }
        let reference = outbox.nextReference()
        view.joinReference = reference
        view.state = .joining
        let message = ClientMessage.join(request(for: view))
        view.joinAttempts += 1
        view.joinTimer = schedule.after(ConnectionLife.joinTimeout) { [weak self, weak view] in
            guard let self, let view, view.state == .joining, view.joinReference == reference else { return }
            outbox.send(.leave, to: view, reference: outbox.nextReference())
            refused(view, .crashed(reason: "no answer came within 10 seconds"))
        }
        outbox.send(message, to: view, reference: reference)
        // A join that is answered at once shows no loading.
        schedule.after(.milliseconds(1)) { [weak self, weak view] in
            guard let self, let view, view.state == .joining, view.joinReference == reference,
                view.joinCount == view.earlierJoins
            else { return }
            setState(of: view, to: [StateClass.loading])
        }
    }

    private func request(for view: ViewChannel) -> JoinRequest {
        var params: OrderedDictionary<String, JSONValue> = [:]
        if case .object(let members) = settings.params { params = members }
        if let token = page.head.csrfToken { params["_csrf_token"] = .string(token) }
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
        view.isRedirected ? page.navigation.pending?.url.absolute ?? page.url.absolute : page.url.absolute
    }

    // MARK: Answers

    func handleJoin(_ reply: Reply, of view: ViewChannel) {
        if let timer = view.joinTimer { schedule.cancel(timer) }
        switch reply {
        case .joined(let join):
            clientLog.record(.received(join.rendered, topic: view.topic))
            schedule.requestUpdate { [weak self] in self?.joined(view, with: join) }
        case .refused(let refusal): refused(view, refusal)
        case .failed(let reason): refused(view, .crashed(reason: reason.words))
        case .handled, .liveRedirect, .redirect, .linkRedirect, .componentsDeleted, .upload: break
        }
    }

    private func joined(_ view: ViewChannel, with reply: JoinReply) {
        guard !view.isDestroyed, view.state == .joining else { return }
        view.state = .joined
        view.joinAttempts = 0
        view.dialect = Dialect(version: reply.version)
        if view.isMain { reloadCounts[page.url.path] = nil }
        view.givenUp = []
        view.isJoinPending = true
        clientLog.record(.connection(.joined(topic: view.topic)))
        view.locks.drop()
        if let container = reply.container { put(view, in: container) }
        do {
            let tree = try RenderedTree(viewID: view.id, joining: reply.rendered)
            view.tree = tree
            if let patch = adoptPage(of: view, tree, with: reply) {
                view.joinCount += 1
                view.flash = nil
                return show(JoinedPage(reply: reply, content: .adopted(patch)), of: view)
            }
            let content = try patcher(of: view, tree).makeContent(changedComponents: nil)
            view.joinCount += 1
            view.flash = nil
            recoverForms(of: view, in: content.fragment) { [weak self] in self?.complete(view, with: reply, content) }
        } catch {
            clientLog.report(.renderedTree, "the view \(view.id) cannot be shown: \(error)")
            showFailure(of: view, reason: String(describing: error))
        }
    }

    /// Ties a view to the page that was loaded with it, where that shows just what the join brought.
    ///
    /// - Returns: The patch that this is; nil when the page has to be changed.
    private func adoptPage(of view: ViewChannel, _ tree: RenderedTree, with reply: JoinReply) -> Patch? {
        guard view.isMain, view.joinCount == 0, !view.isRedirected, reply.container == nil,
            !reply.rendered.events.contains(where: \.precedesPatch)
        else { return nil }
        return patcher(of: view, tree).adoptPage()
    }

    /// Sends what was typed into a view's forms again after it was joined again, before its new HTML is shown
    /// (TheClientsRules.md, "Forms after a loss").
    ///
    /// - Parameters:
    ///   - fragment: The new HTML.
    ///   - done: Runs when all answers are there, unless the view is lost again.
    private func recoverForms(of view: ViewChannel, in fragment: NodeID, _ done: @escaping () -> Void) {
        var unanswered = 1
        let answered = { [weak view] in
            unanswered -= 1
            if unanswered == 0, view?.state == .joined { done() }
        }
        for recovery in page.recovery.recoveries(of: view, in: fragment) {
            unanswered += 1
            recover(recovery, of: view) { [weak self, weak view] in
                guard let view, view.state == .joined else { return }
                self?.page.recovery.answered(recovery, by: view)
                answered()
            }
        }
        answered()
    }

    /// - Parameter done: Runs when all that sends the form again was answered.
    private func recover(_ recovery: FormRecovery.Recovery, of view: ViewChannel, _ done: @escaping () -> Void) {
        if let form = recovery.form { page.uploads.clearFiles(in: form) }
        // The control that changed is not on the page any more; what commands do to it is not seen.
        let source = document.createElement("input", attributes: recovery.source)
        defer { document.remove(source) }
        var unanswered = 1
        let answered = {
            unanswered -= 1
            if unanswered == 0 { done() }
        }
        for step in recovery.steps {
            switch step {
            case .push(let event):
                unanswered += 1
                outbox.push(.event(event), to: view, mark: view.locks.nextMark(), deliver: { _ in answered() })
            case .run(let command):
                run([command], in: CommandContext(source: source, type: "change", allowsPlainEvent: false))
            }
        }
        answered()
    }

    // MARK: Showing

    /// Shows a joined view: at once, or on the first load together with all nested views.
    private func complete(_ view: ViewChannel, with reply: JoinReply, _ content: ViewContent) {
        guard !view.isDestroyed else { return }
        let joined = JoinedPage(reply: reply, content: .made(content))
        let isFirstOfFamily = view.joinCount == 1 && (views.parent(of: view).map(\.isJoinPending) ?? true)
        guard isFirstOfFamily else { return show(joined, of: view) }
        let root = views.family(of: view)
        let containers = document.elements(below: content.fragment).filter {
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
        if view.isMain || rendered.title != nil { page.setTitle(rendered.title ?? "") }
        switch joined.content {
        case .made(let content): if let tree = view.tree { patcher(of: view, tree).show(content, isJoin: true) }
        case .adopted(let patch): conclude(patch)
        }
        joinMissing(in: view)
        for node in views.lifecycleElements(of: view) where document.isAlive(node) {
            hooks.sync(node)
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
        Lint(document: document, log: clientLog).check { views.owns(view, $0) }
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

    // MARK: Containers

    private static let containerAttributes: Set<String> = [
        "id", ViewAttribute.session, ViewAttribute.staticToken, ViewAttribute.main, ViewAttribute.rootID,
    ]

    /// Gives the element that a view is in another tag and other attributes, but for those that make it the view's
    /// (TheWire.md, "Joining").
    private func put(_ view: ViewChannel, in container: ViewContainer) {
        let old = view.container
        let own = document.attributes(of: old).filter { Self.containerAttributes.contains($0.name) }
        let given = container.attributes.filter { !Self.containerAttributes.contains($0.key.lowercased()) }
            .map { Attribute(name: $0.key.lowercased(), value: $0.value) }
        guard document.name(of: old) != container.tag.lowercased() else {
            for attribute in document.attributes(of: old) where !Self.containerAttributes.contains(attribute.name) {
                document.removeAttribute(attribute.name, of: old)
            }
            for attribute in given { document.setAttribute(attribute.name, to: attribute.value, of: old) }
            return
        }
        let new = document.createElement(container.tag.lowercased(), attributes: own + given)
        for child in Array(document.children(of: old)) { document.append(child, to: new) }
        view.container = new
        if let parent = document.parent(of: old) { document.insert(new, into: parent, before: old) }
        free(old)
    }

    // MARK: Refusals

    private func refused(_ view: ViewChannel, _ refusal: JoinRefusal) {
        view.state = .closed
        clientLog.record(.connection(.refused(topic: view.topic, reason: refusal.words)))
        switch refusal {
        case .stale, .unauthorized:
            if let flash = view.flash { keepFlash(flash) }
            guard view.isMain else { return giveUpNested(view, reason: refusal.words) }
            reloadStale(view, reason: refusal.words)
        case .reload(let status, let token):
            if let token { keepCookie("__phoenix_reload_status__", token) }
            clientLog.report(.join, "the view answered with status \(status) while mounting", severity: .warning)
            load(page.navigation.pending?.url ?? page.url, history: view.isRedirected ? .push : nil)
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
        clientLog.report(.join, "the view \(view.id) cannot be joined: \(reason)")
        guard !view.isMain else { return giveUp(view, reason: reason) }
        guard view.joinAttempts < Self.nestedJoinAttempts else { return giveUpNested(view, reason: reason) }
        view.state = .errored
        if let container = document.element(withID: view.id) { view.container = container }
        showError(of: view, isServerError: true)
        schedule.after(ConnectionLife.rejoinDelay(attempt: view.joinAttempts - 1)) { [weak self, weak view] in
            guard let self, let view, !view.isDestroyed, view.state == .errored else { return }
            join(view)
        }
    }

    /// Shows why a view cannot be joined, unless it shows something already; the page of a main view is loaded anew after
    /// a while.
    func giveUp(_ view: ViewChannel, reason: String) {
        view.state = .errored
        if view.joinCount == 0, isEmpty(view.container) { showFailure(of: view, reason: reason) }
        showError(of: view, isServerError: true)
        if view.isMain { reloadWithDelay(reason: "its view cannot be joined") }
    }

    /// Does without a nested view; the view at the top shows that something is wrong.
    private func giveUpNested(_ view: ViewChannel, reason: String) {
        if let container = document.element(withID: view.id) { view.container = container }
        if isEmpty(view.container) { showFailure(of: view, reason: reason) }
        let root = views.family(of: view)
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

extension JoinRefusal {
    /// The reason, for people.
    fileprivate var words: String {
        switch self {
        case .stale: "the page is too old, or its view is gone"
        case .unauthorized: "the address belongs to another group of pages"
        case .reload(let status, _): "status \(status)"
        case .redirect(let redirect, _): "redirected to \(redirect.to)"
        case .liveRedirect(let redirect, _): "redirected to \(redirect.to)"
        case .crashed(let reason): reason
        }
    }
}
