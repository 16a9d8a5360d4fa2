import Basics
import HTMLTree
import LiveProtocol

extension LiveClient {
    private static let redirectLimit = 20

    /// Requests a page and joins its views; `settle()` takes in their answers.
    ///
    /// - Parameter url: A path with or without query, or an absolute address.
    public func open(_ url: String) {
        let base = PageURL(origin: settings.origin)
        leave(for: PageLoad(url: base.resolve(url), history: .push))
    }

    /// Requests the page anew.
    public func reload() { load(page.url, history: nil) }

    /// Leaves the page for another as soon as what is being done is done; nothing of it is pushed any more.
    ///
    /// - Parameter kind: How history takes it; nil when it is there already.
    func load(_ url: PageURL, method: String = "GET", body: String? = nil, history kind: HistoryKind?) {
        guard page.nextLoad == nil else { return }
        guard url.origin == page.url.origin else {
            page.submittedForm = nil
            let what = url.isPage ? "what leads to another host" : "what leads to no page"
            return report(.navigation, "\(what) is not followed: \(url.absolute)", severity: .warning)
        }
        page.isUnloaded = true
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
            record(.requested(request, status: response.status))
            guard let location = response.location else { break }
            url = url.resolve(location)
            // What answers a form is asked for with GET (WHATWG fetch, redirects 301 to 303).
            (method, body) = ("GET", nil)
        }
        if response.location != nil {
            report(.navigation, "the page redirected more than \(Self.redirectLimit) times, last to \(url.absolute)")
        }
        show(response.html, at: url, history: load.history)
    }

    private func show(_ html: String, at url: PageURL, history kind: HistoryKind?) {
        page = Page(document: Document(parsing: html), url: url, clock: clock)
        document.noteEdits()
        documentGeneration += 1
        page.title = titleElement.map { document.textContent(of: $0).foldingWhitespace() } ?? ""
        connect()
        record(step: url, .patch, kind ?? .replace)
        focusAutomatically()
    }

    /// Closes the page's connection: nothing of it happens any more.
    private func unload() {
        page.isUnloaded = true
        for view in Array(page.views.values) where view.parentID == nil { destroy(view) }
        page.transport?.onActivity = nil
        page.transport = nil
        page.frames = []
        page.transitions = TransitionQueue()
    }

    func record(step url: PageURL, _ kind: History.Step.Kind, _ history: HistoryKind) {
        self.history.record(
            History.Step(url: url, kind: kind, viewID: page.mainView?.id, generation: documentGeneration), history)
    }

    /// Gives up the connection of a page whose view does not answer, and loads the page anew after a while: later when
    /// that was done many times in a row (CLIENT.md 15).
    func reloadWithDelay(reason: String) {
        report(.navigation, "the page will be loaded anew: \(reason)", severity: .warning)
        let link = page.pendingLink
        disconnect()
        if let timer = page.reloadTimer { page.timers.cancel(timer) }
        let count = reloadCounts[page.url.path, default: 0] + 1
        reloadCounts[page.url.path] = count
        page.reloadTimer = after(ConnectionLife.reloadDelay(count: count)) { [weak self] in
            guard let self else { return }
            load(link?.url ?? page.url, history: link?.history)
        }
    }

    var titleElement: NodeID? { document.elements(below: document.root).first { document.name(of: $0) == "title" } }

    /// The title that a view sends, with what its element adds to it (CLIENT.md 19).
    ///
    /// White space is no title; its element's default is one, be it empty.
    func setTitle(_ text: String) {
        let isEmpty = text.allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let element = titleElement else {
            if !isEmpty { page.title = text.foldingWhitespace() }
            return
        }
        guard let shown = isEmpty ? document.attribute("data-default", of: element) : text else { return }
        let prefix = document.attribute("data-prefix", of: element) ?? ""
        let suffix = document.attribute("data-suffix", of: element) ?? ""
        let title = prefix + shown + suffix
        page.title = title.foldingWhitespace()
        for child in Array(document.children(of: element)) { document.remove(child) }
        document.append(document.createText(title), to: element)
    }

    private func focusAutomatically() {
        guard document.activeElement == nil,
            let node = document.elements(below: document.root).first(where: {
                document.hasAttribute("autofocus", of: $0) && document.isFocusable($0)
            })
        else { return }
        document.setActiveElement(node)
    }
}
