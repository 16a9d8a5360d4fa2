import HTMLTree
import LiveProtocol
import OrderedCollections
import Testing

@testable import LiveClient

/// A client with one joined main view `v1`, whose whole HTML is one dynamic, and a server that acknowledges at once
/// unless it is told to hold its answers.
final class LivePage {
    static let shell = shell("")

    /// The page before the join.
    ///
    /// - Parameter content: What it shows already.
    static func shell(_ content: String) -> String {
        #"<div id="v1" data-phx-main data-phx-session="S" data-phx-static="T">\#(content)</div>"#
    }

    static let topic = "lv:v1"

    let clock = VirtualClock()
    let host: ScriptedHost
    /// What is between the client and the server.
    let network: Network
    let client: LiveClient
    /// The tree of the next join.
    var rendered: Diff
    /// The answers to events, by the event's name; `{}` for the others.
    var replies: [String: Reply] = [:]
    /// Whether events wait for `release`.
    var isHolding = false
    /// Answers messages in place of this page; nil leaves them to it.
    var answerUploads: (ClientFrame) -> Reply? = { _ in nil }
    private var held: [ClientFrame] = []
    /// How many messages `pushes` has given already.
    private var seen = 0

    convenience init(_ html: String, url: String = "/a") throws {
        try self.init(tree: Self.tree(html), url: url)
    }

    convenience init(
        tree: String, url: String = "/a", before content: String = "", configure: (LiveClient) -> Void = { _ in }
    ) throws {
        try self.init(joining: Diff(parsing: tree), url: url, before: content, configure: configure)
    }

    /// - Parameter content: What the page shows before the join.
    init(
        joining rendered: Diff, url: String = "/a", before content: String = "",
        configure: (LiveClient) -> Void = { _ in }
    ) throws {
        self.rendered = rendered
        host = ScriptedHost(respond: { _ in PageResponse(html: Self.shell(content)) }, answer: { _ in nil })
        network = Network(to: host, clock: clock)
        client = LiveClient(host: network, clock: clock)
        configure(client)
        host.answer = { [weak self] frame in self?.answer(to: frame) }
        client.open(url)
        client.settle()
    }

    /// The JSON of a tree whose only dynamic is a text.
    static func tree(_ html: String) -> String { #"{"s":["",""],"0":\#(JSONValue.string(html).json)}"# }

    private func answer(to frame: ClientFrame) -> Reply? {
        if !isHolding, let reply = answerUploads(frame) { return reply }
        switch frame.message {
        case .join: return .joined(JoinReply(rendered: rendered))
        case .leave: return .handled(nil)
        case .event(let event):
            guard !isHolding else {
                held.append(frame)
                return nil
            }
            return replies[event.event] ?? .handled(nil)
        case .joinUpload, .uploadChunk: return nil
        case .livePatch, .componentsWillBeDestroyed, .allowUpload, .uploadProgress:
            guard !isHolding else {
                held.append(frame)
                return nil
            }
            return .handled(nil)
        case .componentsDestroyed(let cids): return .componentsDeleted(cids)
        }
    }

    // MARK: The server

    var transport: ScriptedTransport { host.transports[host.transports.count - 1] }

    /// Answers the oldest message that is held, or all of them.
    func release(_ reply: Reply = .handled(nil)) {
        guard !held.isEmpty else { return }
        transport.reply(reply, to: held.removeFirst())
        client.settle()
    }

    /// Sends a diff as JSON.
    func push(_ json: String) throws {
        transport.push(.diff(try Diff(parsing: json)), topic: Self.topic)
        client.settle()
    }

    /// Replaces the view's HTML.
    func patch(_ html: String) throws {
        try push(#"{"0":\#(JSONValue.string(html).json)}"#)
    }

    func push(_ message: ServerMessage) {
        transport.push(message, topic: Self.topic)
        client.settle()
    }

    // MARK: What the client said

    var messages: [ClientMessage] { host.transports.flatMap(\.sent).map(\.message) }

    /// The events pushed since the last look.
    func pushes() -> [EventPush] {
        let all = host.transports.flatMap(\.sent)
        defer { seen = all.count }
        return all.dropFirst(seen).compactMap { frame in
            if case .event(let event) = frame.message { event } else { nil }
        }
    }

    /// The fields of the forms pushed since the last look.
    func forms() -> [String] {
        pushes().compactMap { push in
            if case .form(let text) = push.value { text } else { nil }
        }
    }

    // MARK: The page

    var document: Document { client.document }

    func element(_ selector: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> NodeID {
        try #require(
            document.first(try Selector(selector), below: document.root), "no element \(selector)",
            sourceLocation: sourceLocation)
    }

    func exists(_ selector: String) -> Bool {
        (try? Selector(selector)).flatMap { document.first($0, below: document.root) } != nil
    }

    /// The HTML of the view without what the client adds to it.
    var html: String {
        guard let view = document.element(withID: "v1") else { return "" }
        return document.innerHTML(of: view)
    }

    func text(_ selector: String) throws -> String { document.textContent(of: try element(selector)) }

    func attribute(_ name: String, _ selector: String) throws -> String? {
        document.attribute(name, of: try element(selector))
    }

    func classes(_ selector: String) throws -> Set<String> {
        Set((try attribute("class", selector) ?? "").split(separator: " ").map(String.init))
    }

    // MARK: The person

    func click(_ selector: String, modifiers: ClickModifiers = [], startedOn start: String? = nil) throws {
        client.click(try element(selector), modifiers: modifiers, startedOn: try start.map { try element($0) })
        client.settle()
    }

    func type(_ text: String, into selector: String) throws {
        let node = try element(selector)
        client.focus(node)
        client.input(text, into: node)
        client.settle()
    }

    func focus(_ selector: String) throws {
        client.focus(try element(selector))
        client.settle()
    }

    func blur() {
        client.blur()
        client.settle()
    }

    func press(_ key: String, modifiers: ClickModifiers = []) {
        let field = document.activeElement
        if client.keyDown(key, modifiers: modifiers), key == "Enter", let field { client.submitImplicitly(from: field) }
        client.keyUp(key, modifiers: modifiers)
        client.settle()
    }

    /// Moves the time, settling after each thing that is due.
    func advance(by milliseconds: Int) {
        let limit = clock.now + .milliseconds(milliseconds)
        while clock.runNext(until: limit) { client.settle() }
        client.settle()
    }
}

extension EventPush {
    /// The payload as JSON text would give it: for comparing with what a case says.
    static func plain(
        _ type: String?, _ event: String, _ value: JSONValue = [:], component: Int? = nil
    ) -> EventPush {
        EventPush(type: type, event: event, value: .json(value), component: component)
    }

    static func change(
        _ event: String, _ value: String, target: String, meta: OrderedDictionary<String, JSONValue> = [:],
        component: Int? = nil
    ) -> EventPush {
        var all: OrderedDictionary<String, JSONValue> = ["_target": .string(target)]
        all.merge(meta) { _, last in last }
        return EventPush(
            type: "form", event: event, value: .form(value), meta: all, uploads: [:], component: component)
    }

    static func submit(
        _ event: String, _ value: String, meta: OrderedDictionary<String, JSONValue> = [:]
    ) -> EventPush {
        EventPush(type: "form", event: event, value: .form(value), meta: meta)
    }
}

extension JSONValue {
    /// The text in an attribute.
    static func commands(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    }
}
