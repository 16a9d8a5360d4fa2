import LiveProtocol
import Markup

/// What a handler asks for beside changes of its context and flash.
struct SocketRequests {
    /// An event for the page.
    struct Event {
        let name: String
        let payload: any Encodable & Sendable
    }

    var events: [Event] = []
    var navigation: [NavigationRequest] = []
    var requests: [SessionRequest] = []
    var reply: (any Encodable & Sendable)?
    var messages: [InnerMessage] = []

    /// One word in each socket whose handlers ask for nothing, which most do; a block apart for the others.
    indirect enum Storage {
        case none
        case some(SocketRequests)

        /// Nil when nothing is asked for.
        var requests: SocketRequests? {
            switch self {
            case .none: nil
            case .some(let requests): requests
            }
        }
    }
}

/// What a handler asks of its session beside its page; done in order of asking, when all the rest has succeeded.
enum SessionRequest {
    case timer(TimerRequest)
    case message(MessageRequest)
    case task(TaskRequest)
    case presence(PresenceRequest)
    case upload(UploadRequest)
    case relative(RelativeRequest)
    /// One that a component asks for.
    indirect case ofComponent(Int, SessionRequest)

    /// The part of the page that asks.
    var part: PagePart {
        switch self {
        case .timer, .message, .task, .presence, .upload, .relative: .view
        case .ofComponent(let cid, _): .component(cid)
        }
    }
}

/// What a handler asks of the views that its own is placed in, or that are placed in its own.
enum RelativeRequest {
    /// For the view that this one is placed in, when it is of a type.
    case sendParent(any Sendable, ObjectIdentifier)
    /// For a view that is placed in this one, when it is of a type.
    case sendChild(any Sendable, ObjectIdentifier, id: String)
    /// Of a nested view: the view at the page's address is to go to another address.
    case patchRoot(RootPatch)
}

/// What one part of a page sends to another part of it.
enum InnerMessage {
    /// An info for the view, which must be of a type.
    case view(any Sendable, of: Any.Type)
    case component(ComponentKey, any Sendable)
}

/// Which component of a session is meant: its type, and the id under which it was placed.
struct ComponentKey: Hashable {
    private let type: ObjectIdentifier
    let id: String
    /// The type's name, for people.
    let typeName: String

    init<Component: SocketOwner>(_ type: Component.Type, _ id: some TextConvertible) {
        self.type = ObjectIdentifier(type)
        self.id = id.renderedText
        typeName = "\(type)"
    }

    static func == (left: ComponentKey, right: ComponentKey) -> Bool { left.type == right.type && left.id == right.id }

    func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        hasher.combine(id)
    }
}

extension ComponentKey: CustomStringConvertible {
    var description: String { "component \(typeName) \"\(id)\"" }
}

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
