import LiveProtocol

/// A host with one view whose whole page is a text of HTML, and which writes down what it is asked.
final class FakeHost: Host {
    /// What the view shows.
    var html: String
    /// What the view makes of an event; its page is shown anew after.
    var handle: (EventPush, FakeHost) -> Void = { _, _ in }
    /// The pages that are not live, by path.
    var deadPages: [String: String] = [:]
    private(set) var requests: [PageRequest] = []
    private(set) var events: [EventPush] = []
    private var transport: FakeTransport?

    init(_ html: String) { self.html = html }

    func request(_ request: PageRequest) -> PendingPage { PendingPage(respond(to: request)) }

    private func respond(to request: PageRequest) -> PageResponse {
        requests.append(request)
        let path = String(request.url.prefix { $0 != "?" })
        if let dead = deadPages[path] { return PageResponse(html: dead) }
        let container = #"<div id="view" data-phx-main data-phx-session="s" data-phx-static="t"></div>"#
        return PageResponse(html: "<!doctype html><title>Fake</title><body>\(container)</body>")
    }

    func connect(_ request: ConnectRequest) -> any Transport {
        let transport = FakeTransport(host: self)
        self.transport = transport
        return transport
    }

    /// Shows the view anew by itself, as at a timer.
    func update(_ html: String) {
        self.html = html
        transport?.push()
    }

    fileprivate func receive(_ event: EventPush) {
        events.append(event)
        handle(event, self)
    }

    /// The events as `name value`, the values of forms as they are sent.
    var eventList: [String] {
        events.map { event in
            switch event.value {
            case .form(let fields): "\(event.event) \(fields)"
            case .json(let value): "\(event.event) \(value["key"]?.string ?? "")"
            }
        }
    }
}

/// Answers a join, and every event that changes the page, with the whole page.
final class FakeTransport: Transport {
    private unowned let host: FakeHost
    private var waiting: [ServerFrame] = []
    private var topic = ""
    private var shown = ""
    let state = ConnectionState.open
    let isWorking = false
    var onActivity: (@Sendable () -> Void)?

    init(host: FakeHost) { self.host = host }

    func send(_ frame: ClientFrame) {
        topic = frame.topic
        switch frame.message {
        case .join:
            var diff = page
            diff.root.statics = .pieces(Statics(["", ""]))
            reply(.joined(JoinReply(rendered: diff)), to: frame)
        case .event(let event):
            host.receive(event)
            let isChanged = host.html != shown
            reply(.handled(isChanged ? page : nil), to: frame)
        case .livePatch, .componentsWillBeDestroyed, .componentsDestroyed, .allowUpload, .uploadProgress, .joinUpload,
            .uploadChunk, .leave:
            reply(.handled(nil), to: frame)
        }
    }

    func receive() -> ServerFrame? { waiting.isEmpty ? nil : waiting.removeFirst() }

    func push() {
        waiting.append(ServerFrame(joinReference: nil, reference: nil, topic: topic, message: .diff(page)))
    }

    /// All that the view shows.
    private var page: Diff {
        shown = host.html
        return Diff(root: NodeDiff(dynamics: [0: .text(host.html)]))
    }

    private func reply(_ reply: Reply, to frame: ClientFrame) {
        waiting.append(
            ServerFrame(
                joinReference: frame.joinReference, reference: frame.reference, topic: frame.topic,
                message: .reply(reply)))
    }
}
