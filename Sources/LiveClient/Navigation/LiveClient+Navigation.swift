import HTMLTree
import LiveProtocol

extension LiveClient {
    // MARK: What views ask for

    /// The address changed and the view knows it already.
    func follow(_ patch: LivePatch, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        let url = page.url.resolve(patch.to)
        page.url = url
        record(step: url, .patch, patch.kind)
        record(.navigated(NavigationEvent(stage: .done, href: url.absolute, isPatch: true)))
    }

    func follow(_ redirect: LiveRedirect, from view: ViewChannel) {
        guard !view.isDestroyed, !page.isUnloaded else { return }
        navigate(to: page.url.resolve(redirect.to), redirect.kind, flash: redirect.flash)
    }

    func follow(_ redirect: Redirect) {
        guard !page.isUnloaded else { return }
        if let flash = redirect.flash { setFlashCookie(flash) }
        load(page.url.resolve(redirect.to), history: .push)
    }

    func setFlashCookie(_ flash: String) {
        cookies.set("__phoenix_flash__", to: flash, until: clock.now + .seconds(60))
    }

    // MARK: Live navigation (CLIENT.md 15)

    /// Goes to another view over the same connection; to another page when that cannot be.
    ///
    /// - Parameter kind: How history takes it; nil when a step in history led here.
    func navigate(
        to url: PageURL, _ kind: HistoryKind?, flash: String? = nil,
        direction: NavigationEvent.Direction = .forward
    ) {
        guard let main = page.mainView, page.transport?.isConnected == true, url.origin == page.url.origin,
            main.state == .joined || main.tree != nil
        else {
            if let flash { setFlashCookie(flash) }
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
        guard let main = page.mainView, isConnected(main), url.origin == page.url.origin else {
            load(url, history: kind)
            return
        }
        let number = startNavigation(to: url, .patch, kind, direction)
        let mark = nextMark(of: main)
        if let link { self.mark(link, of: main, as: mark, type: "click", locks: true) }
        push(
            .livePatch(url: url.absolute), to: main, mark: mark,
            deliver: { [weak self, weak main] outcome in
                guard let self, let main, !main.isDestroyed, page.pendingLink?.number == number else { return }
                switch outcome {
                case .linkRedirect:
                    page.pendingLink?.kind = .redirect
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
    ) -> Int {
        let number = (page.pendingLink?.number ?? page.linkCount) + 1
        page.linkCount = number
        page.pendingLink = PendingLink(url: url, kind: kind, history: history, direction: direction, number: number)
        let loading: PageLoadingEvent.Kind =
            switch kind {
            case .patch: .patch(to: url.absolute)
            case .redirect: .redirect(to: url.absolute)
            }
        record(.pageLoading(PageLoadingEvent(loading, isStart: true)))
        return number
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
        let view = ViewChannel(id: main.id, container: container, parentID: nil, isMain: true)
        view.isRedirected = true
        view.flash = flash
        view.referer = page.url.absolute
        view.firstAddress = page.pendingLink?.url.absolute ?? page.url.absolute
        page.views[main.id] = view
        page.leftContainer = main.container
        ClassList.change(
            of: main.container, in: document, adding: [StateClass.loading], removing: [StateClass.connected])
        for node in removed where document.isAlive(node) {
            page.nodes[node].isLeaving = true
            run(document.attribute(BindingName.remove, of: node) ?? "", on: node, type: "remove")
        }
        join(view)
    }

    /// Puts a view's container in the place of the one that was left; sticky views move over.
    func swapMain(for view: ViewChannel) {
        guard let old = page.leftContainer, document.isAlive(old), let parent = document.parent(of: old) else { return }
        page.leftContainer = nil
        let sticky = document.elements(below: old).filter { document.hasAttribute(ViewAttribute.sticky, of: $0) }
        for node in sticky { document.append(node, to: view.container) }
        document.insert(view.container, into: parent, before: old)
        free(old)
    }

    /// The navigation that a view was waited for is done: address, history, events.
    func finishNavigation(of view: ViewChannel) {
        guard let link = page.pendingLink else {
            return record(.pageLoading(PageLoadingEvent(.initial(to: view.firstAddress), isStart: false)))
        }
        page.pendingLink = nil
        page.url = link.url
        let isPatch = link.kind == .patch
        if let history = link.history { record(step: link.url, isPatch ? .patch : .redirect, history) }
        record(
            .navigated(
                NavigationEvent(
                    stage: .done, href: link.url.absolute, isPatch: isPatch, isPop: link.history == nil,
                    direction: link.direction)))
        let loading: PageLoadingEvent.Kind = isPatch ? .patch(to: link.url.absolute) : .redirect(to: link.url.absolute)
        record(.pageLoading(PageLoadingEvent(loading, isStart: false)))
    }

    // MARK: History

    /// Tells that a person is about to go elsewhere, and asks the app whether that may be (`phx:before-navigate`).
    func mayNavigate(_ event: NavigationEvent) -> Bool {
        record(.navigated(event))
        return settings.allowsNavigation?(event) ?? true
    }

    public func goBack() { go(by: -1) }

    public func goForward() { go(by: 1) }

    private func go(by offset: Int) {
        guard let left = history.current, let step = history.move(by: offset) else { return }
        let isForward = offset > 0
        let direction: NavigationEvent.Direction = isForward ? .forward : .backward
        guard step.generation == documentGeneration else { return load(step.url, history: nil) }
        if step.url.isSamePage(as: page.url), step.url.fragment != page.url.fragment {
            page.url = step.url
            return
        }
        let isPatch = (isForward ? step.kind : left.kind) == .patch && step.viewID == page.mainView?.id
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
