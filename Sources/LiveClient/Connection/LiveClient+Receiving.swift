import LiveProtocol

extension LiveClient {
    /// Handles the next message of the views.
    ///
    /// - Returns: False when there is none.
    func receiveNext() -> Bool {
        guard let transport = page.transport else { return false }
        noticeConnection()
        guard let frame = transport.receive() else { return false }
        guard let view = page.views.values.first(where: { $0.topic == frame.topic }) else {
            _ = handleUpload(frame)
            return true
        }
        // What belongs to an earlier join of the topic is outdated.
        if let joinReference = frame.joinReference, joinReference != view.joinReference { return true }
        handle(frame.message, reference: frame.reference, from: view)
        return true
    }

    private func handle(_ message: ServerMessage, reference: Int?, from view: ViewChannel) {
        switch message {
        case .reply(let reply): handle(reply, reference: reference, from: view)
        case .diff(let diff):
            record(.received(diff, topic: view.topic))
            requestUpdate { [weak self] in self?.receive(diff, from: view) }
        case .livePatch(let patch):
            requestUpdate { [weak self] in self?.follow(patch, from: view) }
        case .liveRedirect(let redirect):
            requestUpdate { [weak self] in self?.follow(redirect, from: view) }
        case .redirect(let redirect):
            requestUpdate { [weak self] in self?.follow(redirect) }
        case .close: closed(view)
        case .error: crashed(view)
        }
    }

    private func handle(_ reply: Reply, reference: Int?, from view: ViewChannel) {
        if view.state == .joining, reference == view.joinReference {
            handleJoin(reply, of: view)
            return
        }
        guard let reference, let pending = view.pending.removeValue(forKey: reference) else { return }
        page.timers.cancel(pending.timer)
        switch reply {
        case .handled(let diff?): record(.received(diff, topic: view.topic))
        case .upload(let upload): if let diff = upload.diff { record(.received(diff, topic: view.topic)) }
        case .failed(let reason):
            record(.refused(reason, topic: view.topic))
            report(.failedPush, "the view answered with an error: \(reason.words)")
        case .handled(nil), .joined, .refused, .liveRedirect, .redirect, .linkRedirect, .componentsDeleted: break
        }
        let takeIn = { [weak self] in
            guard let self, !page.isUnloaded else { return }
            finish(pending, with: reply, from: view)
        }
        // An answer that changes nothing does not wait for transitions.
        if reply.diff == nil { takeIn() } else { requestUpdate(takeIn) }
    }

    /// The order of an answer: locks end, the change is shown, navigation follows, the one who asked is told.
    private func finish(_ pending: PendingPush, with reply: Reply, from view: ViewChannel) {
        let outcome = PendingPush.Outcome(reply)
        undoMarks(of: view, upTo: pending.mark)
        defer {
            pending.finish(outcome)
            pending.deliver(outcome)
        }
        switch reply {
        case .handled(let diff): if let diff { receive(diff, from: view) }
        case .upload(let upload): if let diff = upload.diff { receive(diff, from: view) }
        case .liveRedirect(let redirect): follow(redirect, from: view)
        case .redirect(let redirect): follow(redirect)
        case .joined, .refused, .linkRedirect, .componentsDeleted, .failed: break
        }
    }
}

extension Reply {
    /// What it changes on the page.
    fileprivate var diff: Diff? {
        switch self {
        case .handled(let diff): diff
        case .upload(let upload): upload.diff
        case .joined, .refused, .liveRedirect, .redirect, .linkRedirect, .componentsDeleted, .failed: nil
        }
    }
}

extension PendingPush.Outcome {
    init(_ reply: Reply) {
        self =
            switch reply {
            case .handled(let diff): .handled(diff)
            case .linkRedirect: .linkRedirect
            case .componentsDeleted(let cids): .componentsDeleted(cids)
            case .upload(let upload): .upload(upload)
            case .liveRedirect, .redirect: .redirected
            case .failed(let reason): .failed(reason)
            case .joined, .refused: .failed(nil)
            }
    }
}

extension JSONValue {
    /// What an error says, in words where the server gave words.
    var words: String { self["reason"]?.string ?? string ?? json }
}
