import HTMLTree
import LiveProtocol

/// The way of files to their views: preflight, channels, progress (CLIENT.md 18, WIRE.md 6).
extension LiveClient {
    /// Asks whether the files of a form may be sent, and sends them.
    ///
    /// - Parameter done: Runs when no file is on its way any more; told whether none failed.
    func sendFiles(of form: NodeID, to target: Target, _ done: @escaping (_ isComplete: Bool) -> Void) {
        let round = UploadRound(done)
        let choices = liveFileInputs(of: form).map { (input: $0, files: filesAwaitingPreflight(of: $0)) }
            .filter { !$0.files.isEmpty }
        for (_, files) in choices {
            round.add(files.count)
            for file in files { file.stage = .preflighting }
        }
        for (input, files) in choices { preflight(files, of: input, to: target, round) }
    }

    private func preflight(_ files: [TrackedFile], of input: NodeID, to target: Target, _ round: UploadRound) {
        let message = ClientMessage.allowUpload(
            UploadPreflight(
                reference: document.attribute(ViewAttribute.uploadReference, of: input) ?? "",
                entries: files.map { $0.entry() }, component: target.component))
        for file in files { file.isAnnounced = true }
        push(
            message, to: target.view, mark: -1,
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
        _ files: [TrackedFile], of input: NodeID, to target: Target, _ reply: UploadReply, _ round: UploadRound
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
            guard page.nodes[input].fileInput.files.contains(where: { $0 === file }),
                let pass = reply.entries[file.reference]
            else {
                round.finish()
                continue
            }
            file.stage = .sending
            let transfer = FileTransfer(file, pass: pass, input: input, target: target, round: round, client: self)
            page.transfers.append(transfer)
            if let uploader = pass["uploader"]?.string {
                if let place = external.firstIndex(where: { $0.uploader == uploader }) {
                    external[place].transfers.append(transfer)
                } else {
                    external.append((uploader, [transfer]))
                }
            } else {
                transfer.channel = FileChannel(transfer, token: pass, configuration: reply, client: self)
            }
        }
        for transfer in page.transfers where allowed.contains(where: { $0 === transfer.tracked }) {
            transfer.channel?.join()
        }
        for (name, transfers) in external { send(transfers, by: name) }
    }

    /// Hands files to an uploader of the app.
    private func send(_ transfers: [FileTransfer], by name: String) {
        guard let uploader = uploaders[name] else {
            report(.upload, "no uploader \"\(name)\" is known, which the view names for its files")
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

    /// Handles a message on the channel of a file; false when it is on none.
    func handleUpload(_ frame: ServerFrame) -> Bool {
        guard let transfer = page.transfers.first(where: { $0.channel?.topic == frame.topic }) else { return false }
        transfer.channel?.handle(frame)
        return true
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
        push(.uploadProgress(progress), to: transfer.target.view, mark: -1, deliver: { done($0.isAnswer) })
    }

    /// A file is not on its way any more.
    func ended(_ transfer: FileTransfer) { page.transfers.removeAll { $0 === transfer } }

    /// A file cannot be sent: its form waits no more, and its input starts anew unless it sends files by itself.
    func failed(_ transfer: FileTransfer) {
        guard document.isAlive(transfer.input) else { return }
        if let form = document.form(of: transfer.input) { cancelAwaitingSubmit(of: form) }
        if !document.hasAttribute(ViewAttribute.autoUpload, of: transfer.input) { clearFiles(of: transfer.input) }
    }

    /// A view's channel is lost: what was on its way to it has failed.
    func failTransfers(to view: ViewChannel) {
        for transfer in page.transfers where transfer.target.view === view { transfer.fail("the connection was lost") }
    }

    /// A view, or an input, is gone from the page, and what was on its way with it.
    func cancelTransfers(where isMeant: (FileTransfer) -> Bool) {
        for transfer in page.transfers where isMeant(transfer) { transfer.cancel() }
    }
}
