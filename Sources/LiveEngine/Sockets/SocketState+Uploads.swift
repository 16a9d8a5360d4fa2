import LiveProtocol

/// What handlers do with uploads, of the view or of the component whose socket it is.
extension SocketState {
    var ownUploads: Uploads { uploads.uploads(of: part) }

    mutating func allowUpload(_ name: String, _ rules: UploadRules) throws(UploadError) {
        try uploads.allow(name, rules, of: part, session: sessionNumber)
    }

    mutating func disallowUpload(_ name: String) throws(UploadError) {
        try uploads.disallow(name, of: part)
    }

    mutating func cancelUpload(_ name: String, _ ref: String) throws(UploadError) {
        let upload = try uploads.upload(name, of: part)
        drop(upload.entries.filter { $0.ref == ref }.map(upload.key))
        try uploads.remove([ref], from: name, of: part)
    }

    mutating func consumeUploads<Value>(
        _ name: String, _ consume: (Upload.Entry, UploadedFile) throws -> Consumption<Value>
    ) throws -> [Value] {
        let upload = try uploads.upload(name, of: part)
        let coming = upload.entries.filter { $0.isPreflighted && !$0.isDone }
        guard coming.isEmpty else { throw UploadError.inProgress(upload: name, names: coming.map(\.name)) }
        var consumed: [Upload.Entry] = []
        var values: [Value] = []
        for entry in upload.entries {
            guard let file = entry.file else { continue }
            let consumption = try consume(entry, file)
            values.append(consumption.value)
            if consumption.isDone { consumed.append(entry) }
        }
        try remove(consumed, from: upload)
        return values
    }

    mutating func consumeUpload<Value>(
        _ name: String, _ ref: String, _ consume: (UploadedFile) throws -> Consumption<Value>
    ) throws -> Value {
        let upload = try uploads.upload(name, of: part)
        guard let entry = upload.entries.first(where: { $0.ref == ref }) else {
            throw UploadError.unknownEntry(ref, upload: name)
        }
        guard let file = entry.file else { throw UploadError.inProgress(upload: name, names: [entry.name]) }
        let consumption = try consume(file)
        if consumption.isDone { try remove([entry], from: upload) }
        return consumption.value
    }

    /// Asks for what came of entries to be removed.
    private mutating func drop(_ keys: [UploadKey]) { requests += keys.map { .upload(.drop($0)) } }

    private mutating func remove(_ entries: [Upload.Entry], from upload: Upload) throws {
        drop(entries.map(upload.key))
        try uploads.remove(Set(entries.map(\.ref)), from: upload.name, of: part)
    }
}

extension SocketState {
    /// Takes in what the page says of files, before a handler hears of it.
    ///
    /// - Returns: What of the page the work is for.
    mutating func takeUploads(of work: SessionWork) throws -> PagePart {
        switch work {
        case .mount, .params, .patch, .rootPatch, .info, .render, .restore: return .view
        case .componentInfo(let cid, _, _): return .component(cid)
        case .event(let push):
            let owner = PagePart(component: push.component)
            if let chosen = push.uploads, !chosen.isEmpty { drop(try uploads.take(chosen, for: owner), of: owner) }
            return owner
        case .preflight(let preflight):
            let requests = try uploads.allow(preflight, session: sessionNumber) { home?.seal($0, for: .upload) ?? $0 }
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

    var sessionNumber: Int { home?.address.number ?? 0 }
}
