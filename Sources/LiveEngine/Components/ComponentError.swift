/// What is wrong with a component or with what it asks for.
enum ComponentError: Error, Equatable {
    case placedTwice(String)
    case nestedTooDeep(String, limit: Int)
    /// It does not begin with the tag of an element.
    case noElement
    case tooManyMessages(limit: Int)
    /// A message to the view that is none of its infos.
    case notAnInfo(message: String, info: String, view: String)
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
        case .notAnInfo(let message, let info, let view):
            "sendParent(_:) got a value of type \(message), but \(view) handles infos of type \(info)"
        case .actsDuringUpdate:
            "mount and update set the context up; navigate and send messages from handle or handleMessage"
        }
    }
}
