import Basics
import HTMLTree
import LiveProtocol

extension LiveClient {
    private static let redirectLimit = 20

    /// Requests a page and joins its views; `settle()` receives their answers.
    ///
    /// - Parameter url: A path with or without query, or an absolute address.
    package func open(_ url: String) {
        let base = PageURL(origin: settings.origin)
        leave(for: PageLoad(url: base.resolve(url), history: .push))
    }

    /// Requests the page anew.
    package func reload() { load(page.url, history: nil) }

    /// Leaves the page for another as soon as what is being done is done; nothing of it is pushed any more.
    ///
    /// - Parameter kind: How history takes it; nil when it is there already.
    func load(_ url: PageURL, method: String = "GET", body: String? = nil, history kind: HistoryKind?) {
        guard page.nextLoad == nil else { return }
        guard url.origin == page.url.origin else {
            page.submits.native = nil
            let what = url.isPage ? "what leads to another host" : "what leads to no page"
            return clientLog.report(.navigation, "\(what) is not followed: \(url.absolute)", severity: .warning)
        }
        outbox.close()
        page.nextLoad = PageLoad(url: url, method: method, body: body, history: kind)
    }

    /// Requests a page and shows it.
    func leave(for load: PageLoad) {
        unload()
        var (url, method, body) = (load.url, load.method, load.body)
        var response = PageResponse()
        for _ in 0...Self.redirectLimit {
            let request = PageRequest(
                method: method, url: url.pathAndQuery, body: body, cookies: cookies.values(at: clock.now))
            response = host.respond(to: request)
            cookies.merge(response.cookies)
            clientLog.record(.requested(request, status: response.status))
            guard let location = response.location else { break }
            url = url.resolve(location)
            // What answers a form is asked for with GET (WHATWG fetch, redirects 301 to 303).
            (method, body) = ("GET", nil)
        }
        if response.location != nil {
            clientLog.report(
                .navigation, "the page redirected more than \(Self.redirectLimit) times, last to \(url.absolute)")
        }
        show(response.html, at: url, history: load.history)
    }

    private func show(_ html: String, at url: PageURL, history kind: HistoryKind?) {
        use(Page(document: Document(parsing: html), url: url, clock: clock, log: clientLog))
        document.noteEdits()
        history.startPage()
        connect()
        history.record(url, .patch, viewID: views.main?.id, kind ?? .replace)
        focusAutomatically()
    }

    /// Closes the page's connection: nothing of it happens any more.
    private func unload() {
        outbox.close()
        for view in Array(views.all) where view.parentID == nil { destroy(view) }
        outbox.disconnect()
        schedule.end()
    }

    private func focusAutomatically() {
        guard document.activeElement == nil,
            let node = bindings.elements(.autofocus).first(where: document.isFocusable)
        else { return }
        document.setActiveElement(node)
    }

    /// Gives up the connection of a page whose view does not answer, and loads the page anew after a while: later when
    /// that was done many times in a row (TheClientsRules.md, "Loading a page anew").
    func reloadWithDelay(reason: String) {
        clientLog.report(.navigation, "the page will be loaded anew: \(reason)", severity: .warning)
        let link = page.navigation.pending
        disconnect()
        if let timer = page.reloadTimer { schedule.cancel(timer) }
        let count = reloadCounts[page.url.path, default: 0] + 1
        reloadCounts[page.url.path] = count
        page.reloadTimer = schedule.after(ConnectionLife.reloadDelay(count: count)) { [weak self] in
            guard let self else { return }
            load(link?.url ?? page.url, history: link?.history)
        }
    }
}
