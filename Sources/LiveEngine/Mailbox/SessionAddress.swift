/// Where infos for one part of a session are put, from any thread.
struct SessionAddress: Sendable {
    /// Tells a part of a page from all others of its engine.
    struct ID: Hashable, Sendable {
        let session: Int
        let part: PagePart
    }

    let inbox: Inbox
    /// Tells the session from all others of its engine, for all time.
    let number: Int
    var part = PagePart.view

    /// Where infos for a part of the session's page are put.
    func of(_ part: PagePart) -> SessionAddress { SessionAddress(inbox: inbox, number: number, part: part) }

    var id: ID { ID(session: number, part: part) }

    /// Puts an info into the session's mailbox, which may be full.
    func send(_ info: any Sendable) { post(.info(info)) }

    func post(_ content: Letter.Content) { inbox.post(Letter(session: number, part: part, content: content)) }
}

/// Sends infos to one session from anywhere, on whatever thread; when the session has ended, nothing happens.
public struct InfoSender<Info: Sendable>: Sendable {
    let address: SessionAddress?

    /// Puts an info into the mailbox of the session, which handles it after what waits there already.
    public func send(_ info: Info) { address?.send(info) }
}

/// What of a page something concerns: its view, or one of its components.
enum PagePart: Hashable, Sendable {
    case view
    /// The component that the client knows by this number, which no other component of its session ever has.
    case component(Int)

    /// - Parameter component: The number of a component; nil for the view.
    init(component: Int?) { self = component.map(Self.component) ?? .view }

    /// The number of a component; nil for the view.
    var component: Int? {
        switch self {
        case .view: nil
        case .component(let cid): cid
        }
    }
}
