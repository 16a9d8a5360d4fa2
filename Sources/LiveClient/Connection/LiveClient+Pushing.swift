import HTMLTree
import LiveProtocol

extension LiveClient {
    /// Sends a message to a view and waits for its answer.
    ///
    /// Without a connection the message is dropped, not kept: the answer is then a failure (CLIENT.md 4).
    ///
    /// - Parameters:
    ///   - mark: What ends with the answer, from `nextMark(of:)`.
    ///   - finish: Runs when the answer is there, before its change is shown.
    ///   - deliver: Runs after its change was shown.
    func push(
        _ message: ClientMessage, to view: ViewChannel, mark: Int,
        finish: @escaping (PendingPush.Outcome) -> Void = { _ in },
        deliver: @escaping (PendingPush.Outcome) -> Void = { _ in }
    ) {
        guard isConnected(view) else {
            undoMarks(of: view, upTo: mark)
            finish(.failed(nil))
            deliver(.failed(nil))
            return
        }
        let reference = page.nextReference()
        let joinCount = view.joinCount
        let timer = after(ConnectionLife.pushTimeout) { [weak self, weak view] in
            guard let self, let view, let pending = view.pending.removeValue(forKey: reference) else { return }
            undoMarks(of: view, upTo: pending.mark)
            pending.finish(.failed("timeout"))
            pending.deliver(.failed("timeout"))
            if view.joinCount == joinCount { reloadWithDelay(reason: "no answer came within 30 seconds") }
        }
        view.pending[reference] = PendingPush(mark: mark, timer: timer, finish: finish, deliver: deliver)
        send(message, to: view, reference: reference)
    }

    func isConnected(_ view: ViewChannel) -> Bool {
        view.state == .joined && !view.isDestroyed && page.transport?.isConnected == true && !page.isUnloaded
    }

    func send(_ message: ClientMessage, to view: ViewChannel, reference: Int) {
        record(.sent(message, topic: view.topic))
        page.transport?.send(
            ClientFrame(
                joinReference: view.joinReference, reference: reference, topic: view.topic, message: message))
    }

    /// Numbers the locks and loading marks of the next push.
    func nextMark(of view: ViewChannel) -> Int {
        view.markCount += 1
        return view.markCount - 1
    }

    /// The answers that a view will not give any more.
    func dropPending(of view: ViewChannel) {
        let pending = view.pending
        view.pending = [:]
        for push in pending.sorted(by: { $0.key < $1.key }).map(\.value) {
            page.timers.cancel(push.timer)
            push.finish(.failed(nil))
            push.deliver(.failed(nil))
        }
    }
}
