import LiveProtocol
import TestSupport
import Testing

@testable import LiveEngine

/// One page of an engine with its nested views, each joined over the same connection as a client would.
final class TestFamily {
    /// What a client holds of one view.
    struct Member {
        let session: String
        var joinReference: Int
        var tree: ClientTree?
        var components: [Int: ClientTree] = [:]

        var html: String { tree?.html(components) ?? "" }
    }

    /// The token of the main view of a page outside of all groups.
    static let session = session(in: GroupRules.standard.name)

    /// The token of the main view of a page of a group.
    static func session(in group: String) -> String {
        PageTokens(sealer: PlainSealer()).session(of: SequentialIDs.containerID, group: group)
    }

    let engine: Engine
    let transport: any Transport
    /// By the id of the container.
    private(set) var members: [String: Member] = [:]
    /// All that came since it was last looked at, with the id of the container.
    var messages: [(id: String, message: ServerMessage)] = []
    private var reference = 0

    init(_ routes: Routes, at url: String = "/", layout: RootLayout = .standard) {
        engine = Engine(routes: routes, clock: VirtualClock(), layout: layout)
        transport = engine.connect(ConnectRequest(origin: "http://localhost"))
        join(SequentialIDs.containerID, .url(url), session: Self.session)
    }

    /// A page beside others of the same engine.
    init(on engine: Engine, at url: String = "/") {
        self.engine = engine
        transport = engine.connect(ConnectRequest(origin: "http://localhost"))
        join(SequentialIDs.containerID, .url(url), session: TestFamily.session)
    }

    /// A page that has joined nothing yet.
    init(connectedTo engine: Engine) {
        self.engine = engine
        transport = engine.connect(ConnectRequest(origin: "http://localhost"))
    }

    convenience init<View: LiveView>(_ view: @escaping @Sendable @autoclosure () -> View) {
        self.init(Routes([Route("/", "", view)]))
    }

    var main: Member? { members[SequentialIDs.containerID] }

    func html(_ id: String) -> String { members[id]?.html ?? "" }

    func inspection(_ id: String) -> Inspection? {
        (transport as? any Inspectable)?.inspect(topic: PageTokens.topic(of: id))
    }

    /// The tokens of the views that a view's page places, by id.
    func tokens(in id: String = SequentialIDs.containerID) -> [String: String] {
        var tokens: [String: String] = [:]
        for match in html(id).matches(of: /id="([^"]*)" data-phx-session="([^"]*)"/) {
            tokens[String(match.1)] = String(match.2)
        }
        return tokens
    }

    // MARK: The client

    /// Joins a view that another one's page places.
    @discardableResult
    func joinNested(_ id: String, in parent: String = SequentialIDs.containerID) -> Reply? {
        join(id, .nested, session: tokens(in: parent)[id] ?? "none")
    }

    /// Joins all views that a view's page places.
    func joinAll(in parent: String = SequentialIDs.containerID) {
        for id in tokens(in: parent).keys.sorted() { joinNested(id, in: parent) }
    }

    @discardableResult
    func join(
        _ id: String, _ address: JoinRequest.Address, session: String, staticToken: String? = nil,
        flash: String? = nil
    ) -> Reply? {
        members[id] = Member(session: session, joinReference: reference + 1)
        return send(
            .join(
                JoinRequest(
                    address: address, params: ["_mounts": 0], session: session, staticToken: staticToken, flash: flash)
            ), to: id)
    }

    @discardableResult
    func click(_ event: String, _ value: JSONValue = [:], on id: String = SequentialIDs.containerID) -> Reply? {
        send(.event(EventPush(type: "click", event: event, value: .json(value))), to: id)
    }

    @discardableResult
    func send(_ message: ClientMessage, to id: String) -> Reply? {
        reference += 1
        transport.send(
            ClientFrame(
                joinReference: members[id]?.joinReference, reference: reference, topic: PageTokens.topic(of: id),
                message: message))
        return receive()
    }

    /// Takes all messages; gives the reply to the last message sent.
    @discardableResult
    func receive() -> Reply? {
        var answer: Reply?
        while let frame = transport.receive() {
            let id = String(frame.topic.dropFirst(PageTokens.topicPrefix.count))
            messages.append((id, frame.message))
            switch frame.message {
            case .reply(let reply):
                if frame.reference == reference { answer = reply }
                switch reply {
                case .joined(let join): apply(join.rendered, to: id)
                case .handled(let diff?): apply(diff, to: id)
                default: break
                }
            case .diff(let diff): apply(diff, to: id)
            case .livePatch, .liveRedirect, .redirect, .close, .error, .unknown, .unreadable: break
            }
        }
        return answer
    }

    func advance(by time: Duration) {
        let limit = engine.clock.now + time
        while engine.clock.runNext(until: limit) {}
        receive()
    }

    /// What came for a view since it was last looked at, but for replies.
    func pushes(to id: String) -> [ServerMessage] {
        messages.compactMap { entry in
            if case .reply = entry.message { nil } else { entry.id == id ? entry.message : nil }
        }
    }

    private func apply(_ diff: Diff, to id: String) {
        guard var member = members[id] else { return }
        if member.tree == nil || !diff.root.isEmpty {
            member.tree = ClientTree.merge(diff.root, into: member.tree)
            #expect(member.tree != nil, "a diff does not fit the tree of \(id)")
        }
        if !diff.components.isEmpty {
            member.components = ClientTree.merge(components: diff, into: member.components) ?? [:]
        }
        members[id] = member
    }
}
