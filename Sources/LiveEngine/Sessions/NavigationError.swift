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
