import Basics
import HTMLTree
import LiveProtocol
import OrderedCollections

extension LiveClient {
    /// Requests a page and joins its views; `settle()` receives their answers.
    ///
    /// - Parameter url: A path with or without query, or an absolute address.
    package func open(_ url: String) {
        let base = PageURL(origin: settings.origin)
        leave(for: PageLoad(url: base.resolve(url), history: .push))
    }

    /// Requests the page anew.
    package func reload() { leave(for: PageLoad(url: page.url, history: nil)) }

    /// Leaves the page for another as soon as what is being done is done; nothing of it is pushed any more.
    ///
    /// - Parameter kind: How history takes it; nil when it is there already.
    func load(
        _ url: PageURL, method: String = "GET", body: String? = nil, history kind: HistoryKind?,
        isAutomatic: Bool = false
    ) {
        guard page.nextLoad == nil else { return }
        let load = PageLoad(url: url, method: method, body: body, history: kind, isAutomatic: isAutomatic)
        guard url.origin == page.url.origin else {
            page.submits.native = nil
            return leaveHost(for: load) { [weak self] in self?.leaveSoon(for: load) }
        }
        leaveSoon(for: load)
    }

    private func leaveSoon(for load: PageLoad) {
        outbox.close()
        page.nextLoad = load
    }

    /// Asks whether to go to another host, if that can be reached at all.
    private func leaveHost(for load: PageLoad, _ proceed: @escaping () -> Void) {
        guard load.url.isPage, host.reaches(origin: load.url.origin), settings.asksQuestions else {
            let what = load.url.isPage ? "what leads to another host" : "what leads to no page"
            return clientLog.report(.navigation, "\(what) is not followed: \(load.url.absolute)", severity: .warning)
        }
        page.questions.ask("This leads to another host, \(load.url.origin). Go there?", then: proceed)
    }

    // MARK: Requests

    /// Requests a page, which takes the place of the present one when it is there.
    func leave(for load: PageLoad) {
        loading?.pending.cancel()
        page.nextLoad = nil
        outbox.close()
        request(load, redirects: 0)
    }

    /// Stays on the page, whatever was asked for.
    package func stopLoading() {
        guard let loading else { return }
        loading.pending.cancel()
        self.loading = nil
        outbox.reopen()
    }

    private func request(_ load: PageLoad, redirects: Int) {
        let pending = host.request(request(for: load))
        if pending.answer == nil { pending.onAnswer = onActivity }
        loading = PageLoading(load, pending, redirects: redirects)
    }

    private func request(for load: PageLoad) -> PageRequest {
        PageRequest(
            method: load.method, origin: load.url.origin, url: load.url.pathAndQuery, body: load.body,
            cookies: cookies.values(for: load.url, at: clock.date))
    }

    /// Takes the page that was asked for, if it is there.
    ///
    /// - Returns: False when there is none.
    func takeAnswer() -> Bool {
        guard let loading, let answer = loading.pending.answer else { return false }
        self.loading = nil
        switch answer {
        case .response(let response): take(response, to: loading)
        case .failed(let failure): fail(loading.load, because: failure)
        }
        return true
    }

    private func take(_ response: PageResponse, to loading: PageLoading) {
        let load = loading.load
        let request = request(for: load)
        cookies.keep(response.cookies, from: load.url, at: clock.date)
        clientLog.record(.requested(request, status: response.status))
        guard let location = response.location else { return show(response, load) }
        guard let (next, redirects) = loading.next(to: location, status: response.status) else {
            clientLog.report(
                .navigation, "the page redirects without end, last to \(load.url.resolve(location).absolute)")
            return outbox.reopen()
        }
        guard next.url.origin == load.url.origin else {
            outbox.reopen()
            return leaveHost(for: next) { [weak self] in self?.leave(for: next) }
        }
        self.request(next, redirects: redirects)
    }

    /// Stays on the page that there is; one that nobody asked for is tried again later.
    private func fail(_ load: PageLoad, because failure: any HostFailure) {
        outbox.reopen()
        clientLog.report(.connection, "\(failure)")
        if load.isAutomatic { reloadWithDelay(reason: "the server cannot be reached") }
    }

    private func show(_ response: PageResponse, _ load: PageLoad) {
        unload()
        use(
            Page(
                document: Document(parsing: response.html), url: load.url, status: response.status, clock: clock,
                log: clientLog))
        document.noteEdits()
        history.startPage()
        loadStyleSheets()
        connect()
        history.record(load.url, .patch, viewID: views.main?.id, load.history ?? .replace)
        focusAutomatically()
    }

    /// Leaves the page for good, as a person does who closes the window.
    package func close() {
        loading?.pending.cancel()
        loading = nil
        unload()
    }

    /// Closes the page's connection: nothing of it happens any more.
    private func unload() {
        outbox.close()
        for view in Array(views.all) where view.parentID == nil { destroy(view) }
        outbox.disconnect()
        page.connection.attempt?.close()
        page.sheets.cancel()
        schedule.end()
    }

    private func loadStyleSheets() {
        guard settings.isRemote else { return }
        page.sheets.load(from: document) { href in
            let url = page.url.resolve(href)
            guard url.origin == page.url.origin else { return nil }
            return host.request(request(for: PageLoad(url: url)))
        }
        page.sheets.listen(onActivity)
    }

    private func focusAutomatically() {
        guard document.activeElement == nil,
            let node = bindings.elements(.autofocus).first(where: document.isFocusable)
        else { return }
        document.setActiveElement(node)
    }

    // MARK: Loading anew

    /// Gives up the connection of a page whose view does not answer, and loads the page anew after a while: later when
    /// that was done many times in a row (TheClientsRules.md, "Loading a page anew").
    func reloadWithDelay(reason: String) {
        clientLog.report(.navigation, "the page will be loaded anew: \(reason)", severity: .warning)
        let link = page.navigation.pending
        disconnect()
        if let timer = page.reloadTimer { schedule.cancel(timer) }
        let count = countReload()
        page.reloadTimer = schedule.after(ConnectionLife.reloadDelay(count: count)) { [weak self] in
            guard let self else { return }
            load(link?.url ?? page.url, history: link?.history, isAutomatic: true)
        }
    }

    /// Loads a page anew whose tokens the server does not take: at once the first time, later when that was of no use.
    func reloadStale(_ view: ViewChannel, reason: String) {
        guard reloadCounts[page.url.path, default: 0] == 0 else { return giveUp(view, reason: reason) }
        countReload()
        load(
            page.navigation.pending?.url ?? page.url, history: view.isRedirected ? .push : nil, isAutomatic: true)
    }

    @discardableResult
    private func countReload() -> Int {
        reloadCounts[page.url.path, default: 0] += 1
        return reloadCounts[page.url.path, default: 0]
    }

    // MARK: Cookies

    /// Keeps the flash for the next page that is requested within a minute.
    func keepFlash(_ flash: String) { keepCookie("__phoenix_flash__", flash) }

    /// Keeps a minute's cookie of the client's own.
    func keepCookie(_ name: String, _ value: String) {
        cookies.keep(SetCookie(name, value, lifetime: .seconds(60)), from: page.url, at: clock.date)
    }

    // MARK: The connection

    /// What is said when a connection for the page is opened.
    var connectRequest: ConnectRequest {
        var params: OrderedDictionary<String, String> = [:]
        if case .object(let members) = settings.params {
            for (name, value) in members { params[name] = value.string ?? value.json }
        }
        if let token = page.head.csrfToken { params["_csrf_token"] = token }
        return ConnectRequest(
            origin: page.url.origin, params: params, cookies: cookies.values(for: page.url, at: clock.date),
            socketPath: page.head.socketPath)
    }
}
