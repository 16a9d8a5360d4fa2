import LiveProtocol
import OrderedCollections

/// All uploads of one page, of its view and of its components: a value, so that a handler that throws changes none.
struct UploadTable {
    // Few at most: a search along the line is faster than a table.
    private(set) var list: [Upload] = []
    private var lastUpload = 0
    private var lastToken = 0

    var isEmpty: Bool { list.isEmpty }

    /// What one owner has allowed.
    func uploads(of owner: Int?) -> Uploads {
        list.isEmpty ? Uploads() : Uploads(list.filter { $0.owner == owner })
    }

    func upload(_ name: String, of owner: Int?) throws(UploadError) -> Upload { list[try place(of: name, owner)] }

    mutating func allow(
        _ name: String, _ rules: UploadRules, of owner: Int?, session: Int
    ) throws(UploadError) {
        try rules.check(for: name)
        if uploads(of: owner)[name] != nil { try disallow(name, of: owner) }
        lastUpload += 1
        list.append(Upload(name: name, ref: "phx-\(session)-\(lastUpload)", rules: rules, owner: owner))
    }

    mutating func disallow(_ name: String, of owner: Int?) throws(UploadError) {
        let place = try place(of: name, owner)
        guard list[place].entries.isEmpty else {
            throw .hasEntries(upload: name, names: list[place].entries.map(\.name))
        }
        list.remove(at: place)
    }

    /// Ends the uploads of components that are gone.
    ///
    /// - Returns: Their entries.
    mutating func end(of owners: [Int]) -> [UploadKey] {
        let ended = list.filter { upload in upload.owner.map(owners.contains) ?? false }
        guard !ended.isEmpty else { return [] }
        list.removeAll { upload in upload.owner.map(owners.contains) ?? false }
        return ended.flatMap { upload in upload.entries.map(upload.key) }
    }

    /// Takes away entries that are consumed or cancelled.
    mutating func remove(_ refs: Set<String>, from name: String, of owner: Int?) throws(UploadError) {
        let place = try place(of: name, owner)
        list[place].entries.removeAll { refs.contains($0.ref) }
    }

    private func place(of name: String, _ owner: Int?) throws(UploadError) -> Int {
        guard let place = list.firstIndex(where: { $0.name == name && $0.owner == owner }) else {
            throw .unknownUpload(name, known: uploads(of: owner).names)
        }
        return place
    }

    private func place(ofReference ref: String, _ owner: Int?) throws(UploadError) -> Int {
        guard let place = list.firstIndex(where: { $0.ref == ref && $0.owner == owner }) else {
            throw .unknownReference(ref)
        }
        return place
    }
}

// MARK: - What the page says

extension UploadTable {
    /// Takes the page's choice in.
    ///
    /// - Returns: The entries that went for others.
    mutating func take(
        _ chosen: OrderedDictionary<String, [UploadEntry]>, for owner: Int?
    ) throws(UploadError) -> [UploadKey] {
        var gone: [UploadKey] = []
        for (ref, entries) in chosen { gone += list[try place(ofReference: ref, owner)].take(entries) }
        return gone
    }

    /// Gives each entry that may be sent what it is sent with.
    ///
    /// - Returns: What the session has to wait for, and what went for other entries.
    mutating func allow(_ preflight: UploadPreflight, session: Int) throws(UploadError) -> [UploadRequest] {
        let place = try place(ofReference: preflight.reference, preflight.component)
        var requests = list[place].take(preflight.entries).map(UploadRequest.drop)
        guard list[place].errors.isEmpty else { return requests }
        let asked = Set(preflight.entries.map(\.reference))
        for index in list[place].entries.indices {
            let entry = list[place].entries[index]
            guard asked.contains(entry.ref), entry.isValid, !entry.isDone else { continue }
            if let external = list[place].rules.external {
                do {
                    let pass = try external(entry)
                    guard pass["uploader"]?.string != nil else {
                        throw UploadError.noUploader(upload: list[place].name)
                    }
                    list[place].entries[index].pass = pass
                } catch {
                    list[place].entries[index].errors.append(.failed(reason: "\(error)"))
                }
            } else {
                lastToken += 1
                let token = "upload.\(session).\(lastToken)"
                list[place].entries[index].pass = .string(token)
                requests.append(
                    .expect(UploadGrant(token: token, key: list[place].key(of: entry), entry, list[place].rules)))
            }
        }
        return requests
    }

    /// The answer to a preflight that was taken in (WIRE.md 6).
    func reply(to preflight: UploadPreflight, diff: Diff?) -> UploadReply {
        var reply = UploadReply(reference: preflight.reference, diff: diff)
        guard let upload = list.first(where: { $0.ref == preflight.reference }) else { return reply }
        let broken = upload.entries.filter { !$0.isValid }
        if let error = upload.errors.first {
            let all = [(upload.ref, error)] + broken.flatMap { entry in entry.errors.map { (entry.ref, $0) } }
            reply.rejections = all.map { .array([.string($0), .string($1.code)]) }
            return reply
        }
        let rules = upload.rules
        reply.configuration = [
            "max_file_size": .integer(rules.maxFileSize), "max_entries": .integer(rules.maxEntries),
            "chunk_size": .integer(rules.chunkSize), "chunk_timeout": .integer(rules.chunkTimeout.milliseconds),
        ]
        for entry in upload.entries where preflight.entries.contains(where: { $0.reference == entry.ref }) {
            if entry.isValid {
                reply.entries[entry.ref] = entry.pass
            } else {
                reply.errors[entry.ref] = .array(entry.errors.map { .string($0.code) })
            }
        }
        return reply
    }

    /// Notes how far a file has come. One that is not there any more is no matter.
    ///
    /// - Parameter arrived: What has come on the file's channel; nil where it has none.
    /// - Returns: The entry, if it failed.
    mutating func note(_ progress: UploadProgress, arrived: UploadArrival?) -> UploadKey? {
        guard let place = list.firstIndex(where: { $0.ref == progress.reference }),
            let index = list[place].place(of: progress.entryReference), !list[place].entries[index].isDone
        else { return nil }
        let isExternal = list[place].rules.external != nil
        switch progress.state {
        case .percent(let percent):
            // The page tells what it has sent; what counts is what came.
            let limit = isExternal ? 100 : arrived?.percent ?? 0
            let percent = min(max(percent, list[place].entries[index].progress), limit)
            list[place].entries[index].progress = percent
            guard percent == 100 else { return nil }
            list[place].entries[index].file =
                arrived?.file
                ?? list[place].entries[index].pass.map {
                    UploadedFile(sentWith: $0, size: list[place].entries[index].size)
                }
            return nil
        case .failed(let reason):
            // What failed here is told by the page as well, in words of its own: the first ones count.
            if !list[place].entries[index].errors.contains(where: \.isFailure) {
                list[place].entries[index].errors.append(.failed(reason: reason))
            }
            list[place].entries[index].pass = nil
            return list[place].key(of: list[place].entries[index])
        }
    }

    /// The entry that a progress is of, with its upload.
    func entry(of progress: UploadProgress) -> (upload: Upload, entry: Upload.Entry)? {
        guard let upload = list.first(where: { $0.ref == progress.reference }),
            let index = upload.place(of: progress.entryReference)
        else { return nil }
        return (upload, upload.entries[index])
    }
}

extension Duration {
    fileprivate var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
