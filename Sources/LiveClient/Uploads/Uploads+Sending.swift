import HTMLTree
import LiveProtocol

/// The way of files to their views: preflight, channels, progress (TheClientsRules.md, "Uploads";
/// TheWire.md, "Uploads on the wire").
extension Uploads {
    /// Asks whether the files of a form may be sent, and sends them.
    ///
    /// - Parameter done: Runs when no file is on its way any more; told whether none failed.
    func sendFiles(of form: NodeID, to target: PushTarget, _ done: @escaping (_ isComplete: Bool) -> Void) {
        let round = UploadRound(done)
        let choices = liveInputs(of: form).map { (input: $0, files: filesAwaitingPreflight(of: $0)) }
            .filter { !$0.files.isEmpty }
        for (_, files) in choices {
            round.add(files.count)
            for file in files { file.stage = .preflighting }
        }
        for (input, files) in choices { preflight(files, of: input, to: target, round) }
    }

    private func preflight(_ files: [TrackedFile], of input: NodeID, to target: PushTarget, _ round: UploadRound) {
        let message = ClientMessage.allowUpload(
            UploadPreflight(
                reference: document.attribute(ViewAttribute.uploadReference, of: input) ?? "",
                entries: files.map { $0.entry() }, component: target.component))
        for file in files { file.isAnnounced = true }
        outbox.push(
            message, to: target.view,
            deliver: { [weak self] outcome in
                guard let self else { return }
                guard case .upload(let reply) = outcome, document.isAlive(input) else {
                    return refuse(files, round)
                }
                send(files, of: input, to: target, reply, round)
            })
    }

    /// Sends the files that may be sent. Where one may not, none is, unless the input sends its files by itself.
    private func send(
        _ files: [TrackedFile], of input: NodeID, to target: PushTarget, _ reply: UploadReply, _ round: UploadRound
    ) {
        let isAutomatic = document.hasAttribute(ViewAttribute.autoUpload, of: input)
        let allowed = files.filter { reply.entries[$0.reference] != nil }
        guard allowed.count == files.count || (isAutomatic && reply.rejections.isEmpty) else {
            return refuse(files, round)
        }
        refuse(files.filter { reply.entries[$0.reference] == nil }, round)
        var external: [(uploader: String, transfers: [FileTransfer])] = []
        for file in allowed {
            // A file that the view has let go of meanwhile is not sent.
            guard self.files(of: input).contains(where: { $0 === file }), let pass = reply.entries[file.reference]
            else {
                round.finish()
                continue
            }
            file.stage = .sending
            let transfer = FileTransfer(file, pass: pass, input: input, target: target, round: round, uploads: self)
            transfers.append(transfer)
            if let uploader = pass["uploader"]?.string {
                if let place = external.firstIndex(where: { $0.uploader == uploader }) {
                    external[place].transfers.append(transfer)
                } else {
                    external.append((uploader, [transfer]))
                }
            } else {
                transfer.channel = FileChannel(
                    transfer, token: pass, configuration: reply, outbox: outbox, schedule: schedule, log: log)
            }
        }
        for transfer in transfers where allowed.contains(where: { $0 === transfer.tracked }) {
            transfer.channel?.join()
        }
        for (name, transfers) in external { send(transfers, by: name) }
    }

    /// Hands files to an uploader of the app.
    private func send(_ transfers: [FileTransfer], by name: String) {
        guard let uploader = uploaders[name] else {
            log.report(.upload, "no uploader \"\(name)\" is known, which the view names for its files")
            for transfer in transfers { transfer.fail("there is no uploader \"\(name)\"") }
            return
        }
        uploader(transfers)
    }

    private func refuse(_ files: [TrackedFile], _ round: UploadRound) {
        for file in files {
            file.stage = .chosen
            round.finish(failed: true)
        }
    }

    /// Handles a message on the channel of a file; one on another channel is dropped.
    func handle(_ frame: ServerFrame) {
        transfers.first { $0.channel?.topic == frame.topic }?.channel?.handle(frame)
    }

    /// Tells a view how far a file has come.
    func tellProgress(
        _ state: UploadProgress.State, of transfer: FileTransfer,
        then done: @escaping (_ isTold: Bool) -> Void = { _ in }
    ) {
        let isAlive = document.isAlive(transfer.input)
        let progress = UploadProgress(
            event: isAlive ? document.attribute(BindingName.progress, of: transfer.input) : nil,
            reference: isAlive ? document.attribute(ViewAttribute.uploadReference, of: transfer.input) ?? "" : "",
            entryReference: transfer.tracked.reference, state: state, component: transfer.target.component)
        outbox.push(.uploadProgress(progress), to: transfer.target.view, deliver: { done($0.isAnswer) })
    }

    /// A file is not on its way any more.
    func ended(_ transfer: FileTransfer) { transfers.removeAll { $0 === transfer } }

    /// A file cannot be sent: its form waits no more, and its input starts anew unless it sends files by itself.
    func failed(_ transfer: FileTransfer) {
        guard document.isAlive(transfer.input) else { return }
        if let form = document.form(of: transfer.input) { cancelAwaitingSubmit(of: form) }
        if !document.hasAttribute(ViewAttribute.autoUpload, of: transfer.input) { clearFiles(of: transfer.input) }
    }
}

/// The files that one submit, or one automatic upload, waits for.
final class UploadRound {
    private var waiting = 0
    private var hasFailed = false
    private var done: ((_ isComplete: Bool) -> Void)?

    /// - Parameter done: Runs when no file is on its way any more; told whether none failed.
    init(_ done: @escaping (_ isComplete: Bool) -> Void) { self.done = done }

    func add(_ count: Int) { waiting += count }

    /// One file is there, was cancelled, or has failed.
    func finish(failed: Bool = false) {
        waiting -= 1
        if failed { hasFailed = true }
        guard waiting <= 0, let done else { return }
        self.done = nil
        done(!hasFailed)
    }
}
