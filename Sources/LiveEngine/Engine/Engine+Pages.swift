import LiveProtocol
import Markup

extension Engine {
    /// The cookie in which flash travels with a redirect (Flash.md, "What travels").
    static let flashCookie = "__phoenix_flash__"
    /// The cookie with the status with which a view could not be joined (TheWire.md, "Joining").
    private static let statusCookie = "__phoenix_reload_status__"

    /// Gives the document at an address: the view as it is before a client joins it in its container.
    ///
    /// - Parameter head: HTML for the end of the document's head.
    package func respond(to request: PageRequest, head: String = "") -> PageResponse {
        let address = Address(request.url)
        guard let match = routes.match(address) else { return notFound(address) }
        guard request.method == "GET" else { return wrongMethod(request.method, address) }
        if let status = request.cookies[Self.statusCookie].flatMap(status) {
            var response = failure(StatusError(status, "The view cannot be joined."), match.route)
            response.cookies = [.deletion(of: Self.statusCookie)]
            return response
        }
        let flash = request.cookies[Self.flashCookie].flatMap { $0.isEmpty ? nil : $0 }
        do {
            var response = try page(
                match, flash: flash, sessionValues: sessionValues(in: request.cookies), head: head)
            if flash != nil { response.cookies.insert(.deletion(of: Self.flashCookie), at: 0) }
            return response
        } catch {
            return failure(error, match.route)
        }
    }

    /// - Throws: What keeps the view from being shown.
    private func page(
        _ match: Routes.Match, flash: String?, sessionValues: SessionValues, head: String
    ) throws -> PageResponse {
        let (route, group, tokens) = (match.route, match.route.group.name, shared.tokens)
        let id = shared.ids.newContainerID()
        let page = DeadPage(match, services: services, sessionValues: sessionValues)
        let (content, title) = try page.render(
            route, in: id, flash: shared.flashes.flash(of: flash, at: clock.date))
        let layout = shared.layout(of: route.group)
        let sticky = layout.stickyViews.map { view in
            view.html(session: tokens.layout(of: view.id, group: group), parent: nil, page.render(view, in: nil))
        }
        if let exit = page.exit { return redirect(exit) }
        let container = (route.container ?? .standard).html(
            [
                "id": id, "data-phx-main": "", "data-phx-session": tokens.session(of: id, group: group),
                "data-phx-static": tokens.staticToken(of: id, flash: flash),
            ], content)
        return PageResponse(
            html: layout.document(
                body: container + sticky.joined(), title: title.map { $0 + layout.titleSuffix }, head: head))
    }

    private func redirect(_ exit: SessionExit) -> PageResponse {
        let flash = exit.flash.map { SetCookie(Self.flashCookie, $0, lifetime: TokenPurpose.flash.lifetime) }
        return PageResponse(status: 302, location: exit.address, cookies: flash.map { [$0] } ?? [])
    }

    // MARK: Pages that say what is wrong

    private func notFound(_ address: Address) -> PageResponse {
        let rows = routes.list.map { route in
            let path = HTMLText.escaped(route.path)
            let place = route.pattern.hasParameters ? "<code>\(path)</code>" : "<a href=\"\(path)\">\(path)</a>"
            return "<li>\(place) \(HTMLText.escaped(route.about))</li>"
        }
        let body = """
            <p>There is no view at <code>\(HTMLText.escaped(address.path))</code>. These are the views:</p>\
            <ul>\(rows.joined())</ul>
            """
        return response(404, "Not found", body, in: shared.layout)
    }

    private func wrongMethod(_ method: String, _ address: Address) -> PageResponse {
        let body = """
            <p>The view at <code>\(HTMLText.escaped(address.path))</code> takes GET requests, not \
            \(HTMLText.escaped(method)). A form of a live view is sent by <code>phx-submit</code>.</p>
            """
        return response(405, "Method not allowed", body, in: shared.layout)
    }

    private func failure(_ error: any Error, _ route: Route) -> PageResponse {
        let layout = shared.layout(of: route.group)
        guard let status = StatusError(of: error) else {
            let body = "<p>\(HTMLText.escaped("\(error)"))</p>"
            return response(500, "The view cannot be shown", body, in: layout)
        }
        let title = status.status == 404 ? "Not found" : "The view cannot be shown"
        return response(status.status, title, "<p>\(HTMLText.escaped(status.description))</p>", in: layout)
    }

    private func response(_ status: Int, _ title: String, _ body: String, in layout: RootLayout) -> PageResponse {
        PageResponse(
            status: status, html: layout.document(body: "<main><h1>\(title)</h1>\(body)</main>", title: title))
    }

    private func status(in token: String) -> Int? {
        shared.tokens.sealer.open(token, for: .reload).flatMap { Int($0) }
    }
}
