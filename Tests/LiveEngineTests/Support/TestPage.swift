import LiveProtocol
import OrderedCollections
import TestSupport
import Testing

@testable import LiveEngine

/// One page of an engine as its client sees it, message by message.
final class TestPage {
    let clock: VirtualClock
    let engine: Engine
    let transport: any Transport
    var tree: ClientTree?
    var components: [Int: ClientTree] = [:]
    var title: String?
    /// All that came since it was last looked at.
    var messages: [ServerMessage] = []
    private(set) var reference = 0
    private(set) var joinReference: Int?
    /// The token of its main view; that of an engine by itself unless told.
    private var session: String?

    init(_ routes: Routes, clock: VirtualClock = VirtualClock()) {
        self.clock = clock
        engine = Engine(routes: routes, clock: clock)
        transport = engine.connect(ConnectRequest(origin: "http://localhost"))
    }

    /// A page beside others of the same engine.
    init(on engine: Engine, _ url: String = "/", session: String? = nil) {
        clock = engine.clock
        self.session = session
        self.engine = engine
        transport = engine.connect(ConnectRequest(origin: "http://localhost"))
        join(url)
    }

    convenience init<View: LiveView>(_ view: @escaping @Sendable @autoclosure () -> View) {
        self.init(Routes([Route("/", "", view)]))
        join("/")
    }

    var html: String { tree?.html(components) ?? "" }
    var inspection: Inspection? { (transport as? any Inspectable)?.inspect(topic: "lv:phx-main") }
    var flash: OrderedDictionary<String, JSONValue> { inspection?.flash ?? [:] }
    var failures: [String] { inspection?.failures ?? [] }

    @discardableResult
    func join(
        _ url: String, isRedirect: Bool = false, flash: String? = nil, staticToken: String? = nil, mounts: Int = 0,
        group: String = GroupRules.standard.name
    ) -> Reply? {
        joinReference = reference + 1
        let reply = send(
            .join(
                JoinRequest(
                    address: isRedirect ? .redirect(url) : .url(url), params: ["_mounts": .integer(mounts)],
                    session: session ?? TestFamily.session(in: group), staticToken: staticToken, flash: flash)))
        return reply
    }

    @discardableResult
    func click(_ event: String, _ value: JSONValue = [:], in component: Int? = nil) -> Reply? {
        send(.event(EventPush(type: "click", event: event, value: .json(value), component: component)))
    }

    @discardableResult
    func submit(_ event: String, _ form: String, meta: OrderedDictionary<String, JSONValue> = [:]) -> Reply? {
        send(.event(EventPush(type: "form", event: event, value: .form(form), meta: meta)))
    }

    @discardableResult
    func send(_ message: ClientMessage) -> Reply? {
        send(message, topic: "lv:phx-main", joinReference: joinReference)
    }

    /// Sends a message on a channel of its own.
    @discardableResult
    func send(_ message: ClientMessage, topic: String, joinReference: Int?) -> Reply? {
        reference += 1
        transport.send(
            ClientFrame(joinReference: joinReference, reference: reference, topic: topic, message: message))
        return receive()
    }

    /// Takes all messages; gives the reply to the last message sent.
    @discardableResult
    func receive() -> Reply? {
        var answer: Reply?
        while let frame = transport.receive() {
            messages.append(frame.message)
            switch frame.message {
            case .reply(.joined(let join)):
                tree = nil
                components = [:]
                apply(join.rendered)
                answer = .joined(join)
            case .reply(.handled(let diff)):
                if let diff { apply(diff) }
                answer = .handled(diff)
            case .reply(.upload(let upload)):
                if let diff = upload.diff { apply(diff) }
                answer = .upload(upload)
            case .reply(let reply): answer = reply
            case .diff(let diff): apply(diff)
            case .livePatch, .liveRedirect, .redirect, .close, .error, .unknown, .unreadable: break
            }
        }
        return answer
    }

    /// Waits for the tasks of the page, and takes all that comes of them.
    func finishWork() async throws {
        for _ in 0..<10_000 where transport.isWorking {
            receive()
            if transport.isWorking { try await Task.sleep(for: .milliseconds(1)) }
        }
        receive()
        #expect(!transport.isWorking, "a task does not end")
    }

    /// Takes in what comes, in real time, until something is so.
    func wait(until isTrue: () -> Bool) async throws {
        for _ in 0..<10_000 where !isTrue() {
            try await Task.sleep(for: .milliseconds(1))
            receive()
        }
        #expect(isTrue(), "it does not come about")
    }

    func advance(by time: Duration) {
        let limit = clock.now + time
        while clock.runNext(until: limit) { receive() }
        receive()
    }

    private func apply(_ diff: Diff) {
        if let title = diff.title { self.title = title }
        defer { merge(components: diff) }
        guard tree == nil || !diff.root.isEmpty else { return }
        tree = ClientTree.merge(diff.root, into: tree)
        #expect(tree != nil, "a diff does not fit the tree")
    }
}

extension TestPage {
    private func merge(components diff: Diff) {
        guard !diff.components.isEmpty else { return }
        let merged = ClientTree.merge(components: diff, into: components)
        #expect(merged != nil, "a component starts from one that is not there")
        components = merged ?? [:]
    }
}

extension Reply {
    /// The diff of an event that was handled.
    var diff: Diff? { if case .handled(let diff) = self { diff } else { nil } }

    /// The words of a failure.
    var failure: String? {
        switch self {
        case .failed(let value): value["reason"]?.string
        case .refused(.crashed(let reason)): reason
        default: nil
        }
    }
}
