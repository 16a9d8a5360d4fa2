/// What is wrong with a component or with what it asks for.
enum ComponentError: Error, Equatable {
    case placedTwice(String)
    case nestedTooDeep(String, limit: Int)
    /// It does not begin with the tag of an element.
    case noElement
    case tooManyMessages(limit: Int)
    /// An info for a view of another type than the one whose page the component is in.
    case otherParent(String, view: String)
    /// It went elsewhere, or sent a message, while it was set up.
    case actsDuringUpdate
}

extension ComponentError: CustomStringConvertible {
    var description: String {
        switch self {
        case .placedTwice(let name): "\(name) is placed twice on the page; give each place an id of its own"
        case .nestedTooDeep(let name, let limit):
            "\(name) is nested more than \(limit) components deep; a component must not place itself without end"
        case .noElement:
            "a component renders one element, whose tag is written out; put what it renders into a <div>"
        case .tooManyMessages(let limit):
            "more than \(limit) messages were sent within one event; components and view answer each other without end"
        case .otherParent(let type, let view):
            "send(_:toParent: \(type).self) asks for another view than the component is in, which is \(view)"
        case .actsDuringUpdate:
            "mount and update set the context up; navigate and send messages from handle or handleInfo"
        }
    }
}
