/// What is wrong with a view that is placed in another one's page.
enum NestedViewError: Error, Equatable {
    case placedTwice(id: String)
    /// Another page on this connection has one of this id.
    case placedElsewhere(id: String)
}

extension NestedViewError: CustomStringConvertible {
    var description: String {
        switch self {
        case .placedTwice(let id):
            "the live view \"\(id)\" is placed twice on the page; give each place an id of its own"
        case .placedElsewhere(let id):
            "the live view \"\(id)\" is placed in two views of the page; give each place an id of its own"
        }
    }
}
