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

    /// The token of the flash that goes along.
    var flash: String? {
        switch way {
        case .navigate(let redirect): redirect.flash
        case .redirect(let redirect): redirect.flash
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

/// A navigation that a handler asked for and cannot have.
enum NavigationError: Error, Equatable {
    case several([NavigationRequest])
    case tooManyPatches(limit: Int)
    /// The address belongs to another view, or to none.
    case patchElsewhere(String)
    /// The view is not at the page's address.
    case patchFromSticky(String)
    case unsupportedScheme(String)
}

extension NavigationError: CustomStringConvertible {
    var description: String {
        switch self {
        case .several(let requests):
            "asked to go to several places: " + requests.map(\.description).joined(separator: ", then ")
        case .tooManyPatches(let limit): "patched the address \(limit) times in a row; handleParams goes in a circle"
        case .patchElsewhere(let address):
            "a patch stays in its view, and \"\(address)\" belongs to another; use pushNavigate(to:)"
        case .patchFromSticky(let address):
            "a sticky view has no address to patch to \"\(address)\"; use pushNavigate(to:), or tell the page by a topic"
        case .unsupportedScheme(let address):
            "\"\(address)\" must be a path or an address that begins with http: or https:"
        }
    }
}
