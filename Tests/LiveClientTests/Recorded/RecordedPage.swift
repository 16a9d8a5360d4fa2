import HTMLTree
import LiveProtocol
import RecordedSessions
import Testing

@testable import LiveClient

/// A client that shows the page of a recorded session, behind a server that answers the first join, and each after it, as
/// then, and all else with nothing.
final class RecordedPage {
    let session: RecordedSession
    let clock = VirtualClock()
    let host: ScriptedHost
    let client: LiveClient
    /// What the page was when it was left for another: the replay does not go on there.
    private(set) var left: RecordedState?
    /// Why the answer to a join could not be read.
    private(set) var problem: (any Error)?

    /// Loads the page and joins its view.
    ///
    /// - Parameter hasLayout: Whether elements are laid out, without which a client takes all of them for hidden.
    init(_ session: RecordedSession, patchesByParts: Bool, hasLayout: Bool = true) throws {
        self.session = session
        let (url, html) = session.page
        host = ScriptedHost(respond: { _ in PageResponse(html: html) }, answer: { _ in nil })
        client = LiveClient(host: host, clock: clock)
        client.settings.patchesByParts = patchesByParts
        client.isDisplayed = { [unowned client] node in
            hasLayout && Self.isDisplayed(node, in: client.document)
        }
        host.answer = { [weak self] frame in self?.answer(to: frame) }
        host.respond = { [weak self] _ in
            guard let self else { return PageResponse() }
            if host.requests.count > 1, left == nil { left = RecordedState(client) }
            return PageResponse(html: html)
        }
        client.open(url)
        client.settle()
        if let problem { throw problem }
    }

    /// Whether an element is to be seen where the class `hidden` is all the style there is, as in the recordings.
    private static func isDisplayed(_ node: NodeID, in document: Document) -> Bool {
        guard !document.isHiddenByMarkup(node) else { return false }
        return !([node] + document.ancestors(of: node)).contains { node in
            ClassList.contains("hidden", in: document, of: node)
                && document.attribute("style", of: node)?.contains("display") != true
        }
    }

    private func answer(to frame: ClientFrame) -> Reply? {
        guard case .join = frame.message else { return frame.message.acknowledgement }
        do {
            return try session.joinReply(to: frame.message)
        } catch {
            problem = error
            return nil
        }
    }

    /// Hands over what the server sent, or the first of it.
    func play(_ count: Int = .max, pausing pause: Int = 0) throws {
        for push in try session.pushes().prefix(count) {
            host.transports.last?.push(push.message, topic: push.topic)
            client.settle()
            if pause > 0 { advance(by: pause) }
        }
    }

    /// Moves the time, settling after each thing that is due.
    func advance(by milliseconds: Int) {
        let limit = clock.now + .milliseconds(milliseconds)
        while left == nil, clock.runNext(until: limit) { client.settle() }
        client.settle()
    }

    var state: RecordedState { left ?? RecordedState(client) }
}
