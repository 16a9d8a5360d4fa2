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
        let uploads = activities?.uploads { $0.arrival(of: key) != nil }
        return .progress(progress, uploads?.arrival(of: key))
    }

    /// The page leaves the channel of a file.
    final func leaveUpload(_ frame: ClientFrame) {
        activities?.uploads { $0.key(of: frame) != nil }?.leave(frame, in: place.engine)
    }
}

extension SocketState {
    var meta: Meta {
        var meta = Meta(flash: flash, url: url, assigns: assigns)
        if !uploads.isEmpty { meta.uploads = ownUploads }
        return meta
    }

    /// Takes in what the page says of files, before a handler hears of it.
    ///
    /// - Returns: What of the page the work is for.
    mutating func takeUploads(of work: SessionWork) throws -> PagePart {
        switch work {
        case .mount, .params, .patch, .rootPatch, .info, .render: return .view
        case .componentInfo(let cid, _): return .component(cid)
        case .event(let push):
            let owner = PagePart(component: push.component)
            if let chosen = push.uploads, !chosen.isEmpty { drop(try uploads.take(chosen, for: owner), of: owner) }
            return owner
        case .preflight(let preflight):
            let requests = try uploads.allow(preflight, session: sessionNumber)
            let owner = PagePart(component: preflight.component)
            for request in requests { ask(request, for: owner) }
            return owner
        case .progress(let progress, let arrived):
            guard let owner = uploads.entry(of: progress)?.upload.owner else { return .view }
            if let failed = uploads.note(progress, arrived: arrived) { drop([failed], of: owner) }
            return owner
        }
    }

    private mutating func drop(_ keys: [UploadKey], of owner: PagePart) {
        for key in keys { ask(.drop(key), for: owner) }
    }

    private mutating func ask(_ request: UploadRequest, for owner: PagePart) {
        switch owner {
        case .view: requests.append(.upload(request))
        case .component(let cid): requests.append(.ofComponent(cid, .upload(request)))
        }
    }

    var sessionNumber: Int { place?.address.number ?? 0 }
}
