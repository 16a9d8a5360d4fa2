import HTMLTree
import LiveProtocol

extension LiveClient {
    /// How often messages and frames may lead to more of them before that is taken for endless.
    private static let turnLimit = 100_000
    /// How many turns in a row that were cut off are taken for endless.
    private static let restlessTurns = 25
    /// How many steps there are for one look at the time.
    private static let stepsBetweenLooks = 8

    /// Whether nothing is under way that could change the page without input or the passing of time.
    package var isIdle: Bool {
        !awaitsRequest && schedule.isIdle && page.uploads.transfers.isEmpty && !isServerWorking
            && views.all.allSatisfy { $0.pending.isEmpty && $0.state != .joining }
    }

    /// How much of what the server was asked for has not come yet: pages, joins, files that are sent, answers.
    package var unansweredCount: Int {
        views.all.reduce((awaitsRequest ? 1 : 0) + page.uploads.transfers.count) { count, view in
            count + view.pending.count + (view.state == .joining ? 1 : 0)
        }
    }

    /// Whether a page, or its views, are among what has not come yet.
    package var awaitsPage: Bool { awaitsRequest || views.all.contains { $0.state == .joining } }

    private var awaitsRequest: Bool { page.nextLoad != nil || loading != nil || page.sheets.isLoading }

    /// Whether the server works on something by itself, such as a task, that may change the page.
    package var isServerWorking: Bool { outbox.isServerWorking }

    /// The names of what it works on by itself, for people.
    package var serverWork: [String] { outbox.serverWork }

    /// Receives what the views said and handles it until nothing more is to come, and runs what is due now.
    ///
    /// It stops before that when the work seems endless, which is told, and when `isTurnOver` says so.
    package func settle() {
        while takeStep() {
            stepsWithoutRest += 1
            if stepsWithoutRest >= Self.turnLimit {
                if turnsWithoutRest < Self.restlessTurns { reportEndlessWork() }
                stepsWithoutRest = 0
                onActivity?()
                return
            }
            if let isTurnOver, stepsWithoutRest % Self.stepsBetweenLooks == 0, isTurnOver() {
                turnsWithoutRest += 1
                if turnsWithoutRest == Self.restlessTurns { reportEndlessWork() }
                onActivity?()
                return
            }
        }
        stepsWithoutRest = 0
        turnsWithoutRest = 0
    }

    private func reportEndlessWork() {
        clientLog.report(
            .endlessWork,
            "the page was still not at rest after \(stepsWithoutRest) steps; look for events that cause one another")
    }

    /// Does the next thing that is to be done now; false when there is none.
    private func takeStep() -> Bool {
        if let load = page.nextLoad {
            leave(for: load)
            return true
        }
        if takeAnswer() || page.sheets.take() { return true }
        // What waited for transitions comes before what arrives later.
        if schedule.runWaitingUpdate() || receiveNext() { return true }
        if let deadline = clock.nextDeadline, deadline <= clock.now, clock.runNext(until: clock.now) { return true }
        return schedule.runFrame() || dropLostFocus()
    }

    // MARK: Messages

    /// Handles the next message of the views.
    ///
    /// - Returns: False when there is none.
    private func receiveNext() -> Bool {
        noticeConnection()
        guard let frame = outbox.receive() else { return false }
        page.connection.attempts = 0
        if tellOfTrouble(in: frame) { return true }
        guard let view = views.view(onTopic: frame.topic) else {
            page.uploads.handle(frame)
            return true
        }
        // What belongs to an earlier join of the topic is outdated.
        if let joinReference = frame.joinReference, joinReference != view.joinReference { return true }
        handle(frame.message, reference: frame.reference, from: view)
        return true
    }

    /// Says what of the server's words cannot be used, of each kind once.
    ///
    /// - Returns: False when there is nothing wrong.
    private func tellOfTrouble(in frame: ServerFrame) -> Bool {
        switch frame.message {
        case .unknown(let name):
            if page.unknownMessages.count < 20, page.unknownMessages.insert(name).inserted {
                clientLog.report(
                    .connection, "the server sent \"\(name)\", which no live view's client knows; it is ignored",
                    severity: .warning)
            }
            return true
        case .unreadable(let reason):
            clientLog.report(.connection, "the server sent something that cannot be read: \(reason)")
            return true
        case .reply, .diff, .livePatch, .liveRedirect, .redirect, .close, .error: return false
        }
    }

    private func handle(_ message: ServerMessage, reference: Int?, from view: ViewChannel) {
        switch message {
        case .reply(let reply): handle(reply, reference: reference, from: view)
        case .diff(let diff):
            clientLog.record(.received(diff, topic: view.topic))
            schedule.requestUpdate { [weak self] in self?.receive(diff, from: view) }
        case .livePatch(let patch):
            schedule.requestUpdate { [weak self] in self?.follow(patch, from: view) }
        case .liveRedirect(let redirect):
            schedule.requestUpdate { [weak self] in self?.follow(redirect, from: view) }
        case .redirect(let redirect):
            schedule.requestUpdate { [weak self] in self?.follow(redirect) }
        case .close: closed(view)
        case .error: crashed(view)
        case .unknown, .unreadable: break
        }
    }

    private func handle(_ reply: Reply, reference: Int?, from view: ViewChannel) {
        if view.state == .joining, reference == view.joinReference {
            handleJoin(reply, of: view)
            return
        }
        guard let reference, let pending = outbox.takePush(reference, of: view) else { return }
        switch reply {
        case .handled(let diff?): clientLog.record(.received(diff, topic: view.topic))
        case .upload(let upload): if let diff = upload.diff { clientLog.record(.received(diff, topic: view.topic)) }
        case .failed(let reason):
            clientLog.record(.refused(reason, topic: view.topic))
            clientLog.report(.failedPush, "the view answered with an error: \(reason.words)")
        case .handled(nil), .joined, .refused, .liveRedirect, .redirect, .linkRedirect, .componentsDeleted: break
        }
        let end = { [weak self] in
            guard let self, !page.isUnloaded else { return }
            finish(pending, with: reply, from: view)
        }
        // An answer that changes nothing does not wait for transitions.
        if reply.diff == nil { end() } else { schedule.requestUpdate(end) }
    }

    /// A view's session ended as it should.
    private func closed(_ view: ViewChannel) {
        guard !view.isDestroyed else { return }
        view.state = .closed
        outbox.dropPushes(of: view)
    }

    /// The order of an answer: locks end, the change is shown, navigation follows, the one who asked is told.
    private func finish(_ pending: PendingPush, with reply: Reply, from view: ViewChannel) {
        let outcome = PendingPush.Outcome(reply)
        outbox.endMarks(of: view, upTo: pending.mark)
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
    fileprivate init(_ reply: Reply) {
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
