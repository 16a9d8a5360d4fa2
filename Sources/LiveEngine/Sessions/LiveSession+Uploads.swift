import LiveProtocol

extension LiveSession {
    /// The page asks whether files may be sent.
    final func allowUpload(_ preflight: UploadPreflight) -> Reply {
        let answer = answer(.preflight(preflight))
        guard case .handled(let diff) = answer else { return answer }
        return .upload(state.uploads.reply(to: preflight, diff: diff))
    }

    /// The page tells how far a file has come.
    final func noteUpload(_ progress: UploadProgress) -> Reply { answer(work(for: progress)) }

    /// A file cannot come, and the page does not tell so itself.
    final func failUpload(_ key: UploadKey, reason: String) {
        let progress = UploadProgress(
            reference: key.upload, entryReference: key.entry, state: .failed(reason: reason))
        receive(work(for: progress))
    }

    private func work(for progress: UploadProgress) -> SessionWork {
        let key = UploadKey(upload: progress.reference, entry: progress.entryReference)
        return .progress(progress, activities?.uploads.arrival(of: key))
    }

    /// The page leaves the channel of a file.
    final func leaveUpload(_ frame: ClientFrame) { activities?.uploads.leave(frame, in: place) }
}

extension SocketState {
    var meta: Meta { Meta(flash: flash, url: url, uploads: uploads.uploads(of: component)) }

    /// Takes in what the page says of files, before a handler hears of it.
    ///
    /// - Returns: The component whose work it is; nil for the view's.
    mutating func takeUploads(of work: SessionWork) throws -> Int? {
        switch work {
        case .mount, .params, .patch, .info: return nil
        case .event(let push):
            if let chosen = push.uploads, !chosen.isEmpty {
                drop(try uploads.take(chosen, for: push.component))
            }
            return push.component
        case .preflight(let preflight):
            let requests = try uploads.allow(preflight, session: sessionNumber)
            self.requests += requests.map(SessionRequest.upload)
            return preflight.component
        case .progress(let progress, let arrived):
            if let failed = uploads.note(progress, arrived: arrived) { drop([failed]) }
            return uploads.entry(of: progress)?.upload.owner
        }
    }

    /// Asks for what came of entries to be removed.
    mutating func drop(_ keys: [UploadKey]) { requests += keys.map { .upload(.drop($0)) } }

    var sessionNumber: Int { place?.address.number ?? 0 }
}
