import HTMLTree
import LiveProtocol

extension LiveClient {
    // MARK: What views ask for

    /// The address changed and the view knows it already.
    func follow(_ patch: LivePatch, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        let url = page.url.resolve(patch.to)
        page.url = url
        history.record(url, .patch, viewID: views.main?.id, patch.kind)
        clientLog.record(.navigated(NavigationEvent(stage: .done, href: url.absolute, isPatch: true)))
    }

    func follow(_ redirect: LiveRedirect, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        navigate(to: page.url.resolve(redirect.to), redirect.kind, flash: redirect.flash)
    }

    func follow(_ redirect: Redirect) {
        guard !page.isUnloaded else { return }
        if let flash = redirect.flash { keepFlash(flash) }
        load(page.url.resolve(redirect.to), history: .push)
    }

    // MARK: Links (TheClientsRules.md, "Navigation")

    /// What a click on a live link does.
    ///
    /// - Returns: False when there is no live link, or one that the browser handles.
    func followLiveLink(at node: NodeID, modifiers: ClickModifiers) -> Bool {
        guard let link = document.liveLink(at: node, modifiers), let main = views.main, outbox.isConnected(main)
        else { return false }
        guard let history = link.history else {
            clientLog.report(
                .liveLink,
                "\(document.words(for: link.element)) has data-phx-link=\"\(link.kind)\" and "
                    + "data-phx-link-state=\"\(link.state ?? "")\"; expected patch or redirect, and push or replace")
            return true
        }
        coverage?.followed(link, of: self)
        let url = page.url.resolve(link.href)
        if page.navigation.pending?.url == url { return true }
        if mayNavigate(NavigationEvent(stage: .before, href: url.absolute, isPatch: link.isPatch)) {
            if link.isPatch {
                patch(to: url, history, from: link.element)
            } else {
                navigate(to: url, history)
            }
        }
        // The link's own commands run too; an event's name alone does not belong on a live link.
        if let commands = document.attribute(BindingName.click, of: link.element) {
            run(commands, on: link.element, type: "click")
        }
        return true
    }

    /// What a click on an ordinary link does: another part of the page, or another page.
    func followLink(at node: NodeID, modifiers: ClickModifiers) {
        guard let href = document.linkedAddress(at: node, modifiers) else {
            return tellOfLinkElsewhere(at: node, modifiers)
        }
        let url = page.url.resolve(href)
        guard let fragment = url.fragment, url.isSamePage(as: page.url) else { return load(url, history: .push) }
        guard href != "#" else { return }
        page.url = url
        history.record(url, .patch, viewID: views.main?.id, .push)
        if let target = document.element(withID: fragment), document.isFocusable(target) { focus(target) }
    }

    /// Tells of a link whose click a browser would answer with another tab or window, of which there is none here.
    func tellOfLinkElsewhere(at node: NodeID, _ modifiers: ClickModifiers) {
        guard modifiers.opensElsewhere, let link = document.link(at: node),
            let href = document.attribute("href", of: link)
        else { return }
        clientLog.report(
            .navigation,
            "\(document.words(for: link)) was clicked with \(modifiers.words): a browser opens \(href) elsewhere, and "
                + "this page stays as it is", severity: .warning)
    }

    /// Sends the form that a click on an element with `data-method` and `data-to` means, in place of what the browser
    /// would do.
    ///
    /// - Returns: False when there is no such element.
    func followMethodLink(at node: NodeID, modifiers: ClickModifiers) -> Bool {
        guard let link = document.methodLink(at: node) else { return false }
        guard !document.opensElsewhere(link.element, modifiers) else { return true }
        var url = page.url.resolve(link.address)
        if link.method == "get" {
            url.query = link.fields
            load(url, history: .push)
        } else {
            load(url, method: "POST", body: link.fields, history: .push)
        }
        return true
    }

    // MARK: Live navigation (TheClientsRules.md, "Navigation")

    /// Goes to another view over the same connection; to another page when that cannot be.
    ///
    /// - Parameter kind: How history takes it; nil when a step in history led here.
    func navigate(
        to url: PageURL, _ kind: HistoryKind?, flash: String? = nil,
        direction: NavigationEvent.Direction = .forward
    ) {
        guard let main = views.main, outbox.isConnected, url.origin == page.url.origin,
            main.state == .joined || main.tree != nil
        else {
            if let flash { keepFlash(flash) }
            load(url, history: kind)
            return
        }
        startNavigation(to: url, .redirect, kind, direction)
        replace(main, flash: flash)
    }

    /// Gives the main view another address.
    func patch(
        to url: PageURL, _ kind: HistoryKind?, from link: NodeID? = nil,
        direction: NavigationEvent.Direction = .forward
    ) {
        guard let main = views.main, outbox.isConnected(main), url.origin == page.url.origin else {
            load(url, history: kind)
            return
        }
        let pending = startNavigation(to: url, .patch, kind, direction)
        let mark = main.locks.nextMark()
        if let link { main.locks.mark(link, as: mark, type: "click") }
        outbox.push(
            .livePatch(url: url.absolute), to: main, mark: mark,
            deliver: { [weak self, weak main] outcome in
                guard let self, let main, !main.isDestroyed, page.navigation.isPending(pending) else { return }
                switch outcome {
                case .linkRedirect:
                    page.navigation.redirect()
                    replace(main, flash: nil)
                case .handled:
                    finishNavigation(of: main)
                    applyHeldDiffs(of: main)
                case .redirected: break
                case .failed, .componentsDeleted, .upload: reload()
                }
            })
    }

    @discardableResult
    private func startNavigation(
        to url: PageURL, _ kind: PendingLink.Kind, _ history: HistoryKind?, _ direction: NavigationEvent.Direction
    ) -> PendingLink {
        let link = page.navigation.start(to: url, kind, history, direction)
        clientLog.record(.pageLoading(PageLoadingEvent(link.loading, isStart: true)))
        return link
    }

    /// Leaves the main view and joins another in its place; the old picture stays until the new one is there.
    private func replace(_ main: ViewChannel, flash: String?) {
        let leaving = [main.container] + document.elements(below: main.container)
        let removed = leaving.filter { node in
            document.hasAttribute(BindingName.remove, of: node)
                && !document.ancestors(of: node).contains { document.hasAttribute(ViewAttribute.sticky, of: $0) }
        }
        destroy(main)
        let container = document.createElement(
            document.name(of: main.container),
            attributes: document.attributes(of: main.container).filter { $0.name != "class" })
        let view = addView(main.id, in: container, isMain: true)
        view.isRedirected = true
        view.flash = flash
        view.referer = page.url.absolute
        view.firstAddress = page.navigation.pending?.url.absolute ?? page.url.absolute
        page.navigation.leave(main.container)
        ClassList.change(
            of: main.container, in: document, adding: [StateClass.loading], removing: [StateClass.connected])
        runRemove(of: removed)
        join(view)
    }

    /// Puts a view's container in the place of the one that was left; sticky views move over.
    func swapMain(for view: ViewChannel) {
        guard let old = page.navigation.takeLeftContainer(), document.isAlive(old),
            let parent = document.parent(of: old)
        else { return }
        let sticky = document.elements(below: old).filter { document.hasAttribute(ViewAttribute.sticky, of: $0) }
        for node in sticky { document.append(node, to: view.container) }
        document.insert(view.container, into: parent, before: old)
        free(old)
    }

    /// The navigation that a view was waited for is done: address, history, events.
    func finishNavigation(of view: ViewChannel) {
        guard let link = page.navigation.finish() else {
            return clientLog.record(.pageLoading(PageLoadingEvent(.initial(to: view.firstAddress), isStart: false)))
        }
        page.url = link.url
        let isPatch = link.kind == .patch
        if let kind = link.history {
            history.record(link.url, isPatch ? .patch : .redirect, viewID: views.main?.id, kind)
        }
        clientLog.record(
            .navigated(
                NavigationEvent(
                    stage: .done, href: link.url.absolute, isPatch: isPatch, isPop: link.history == nil,
                    direction: link.direction)))
        clientLog.record(.pageLoading(PageLoadingEvent(link.loading, isStart: false)))
    }

    // MARK: History

    /// Tells that a person is about to go elsewhere, and asks the app whether that may be (`phx:before-navigate`).
    private func mayNavigate(_ event: NavigationEvent) -> Bool {
        clientLog.record(.navigated(event))
        return settings.allowsNavigation?(event) ?? true
    }

    package func goBack() { go(by: -1) }

    package func goForward() { go(by: 1) }

    private func go(by offset: Int) {
        guard let left = history.current, let step = history.move(by: offset) else { return }
        let isForward = offset > 0
        let direction: NavigationEvent.Direction = isForward ? .forward : .backward
        guard step.generation == documentGeneration else { return load(step.url, history: nil) }
        if step.url.isSamePage(as: page.url), step.url.fragment != page.url.fragment {
            page.url = step.url
            return
        }
        let isPatch = (isForward ? step.kind : left.kind) == .patch && step.viewID == views.main?.id
        let event = NavigationEvent(
            stage: .before, href: step.url.absolute, isPatch: isPatch, isPop: true, direction: direction)
        guard mayNavigate(event) else {
            _ = history.move(by: -offset)
            return
        }
        if isPatch {
            patch(to: step.url, nil, direction: direction)
        } else {
            navigate(to: step.url, nil, direction: direction)
        }
    }
}
