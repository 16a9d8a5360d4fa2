import LiveProtocol

/// A way to another address.
enum NavigationRequest: Equatable {
    case patch(to: String, HistoryKind)
    case navigate(to: String, HistoryKind)
    case redirect(to: String)

    var address: String {
        switch self {
        case .patch(let address, _), .navigate(let address, _), .redirect(let address): address
        }
    }
}

extension NavigationRequest: CustomStringConvertible {
    var description: String {
        switch self {
        case .patch(let address, .push): "pushPatch(to: \"\(address)\")"
        case .patch(let address, .replace): "replacePatch(to: \"\(address)\")"
        case .navigate(let address, .push): "pushNavigate(to: \"\(address)\")"
        case .navigate(let address, .replace): "replaceNavigate(to: \"\(address)\")"
        case .redirect(let address): "redirect(to: \"\(address)\")"
        }
    }
}
