import LiveProtocol

/// How a session leaves for another page.
struct SessionExit {
    enum Way {
        case navigate(LiveRedirect)
        case redirect(Redirect)
    }

    let way: Way
    /// What the page is told before it goes.
    let events: [PushedEvent]

    /// - Throws: `NavigationError` for an address that no browser may be sent to.
    init(_ request: NavigationRequest, flash: String?, events: [PushedEvent]) throws {
        self.events = events
        guard LinkAddress.isSupported(request.address) else {
            throw NavigationError.unsupportedScheme(request.address)
        }
        way =
            switch request {
            case .patch(let url, let kind), .navigate(let url, let kind):
                .navigate(LiveRedirect(to: url, kind: kind, flash: flash))
            case .redirect(let url): .redirect(Redirect(to: url, flash: flash))
            }
    }

    var address: String {
        switch way {
        case .navigate(let redirect): redirect.to
        case .redirect(let redirect): redirect.to
        }
    }

    /// Whether the connection stays.
    var isLive: Bool { if case .navigate = way { true } else { false } }

    var reply: Reply {
        switch way {
        case .navigate(let redirect): .liveRedirect(redirect)
        case .redirect(let redirect): .redirect(redirect)
        }
    }

    var message: ServerMessage {
        switch way {
        case .navigate(let redirect): .liveRedirect(redirect)
        case .redirect(let redirect): .redirect(redirect)
        }
    }

    var refusal: JoinRefusal {
        switch way {
        case .navigate(let redirect): .liveRedirect(redirect, events: events)
        case .redirect(let redirect): .redirect(redirect, events: events)
        }
    }
}
