import LiveProtocol
import OrderedCollections

/// What the page says of uploads, and what it is answered (TheWire.md, "Uploads on the wire").
extension UploadTable {
    /// Takes the page's choice in.
    ///
    /// - Returns: The entries that went for others.
    mutating func take(
        _ chosen: OrderedDictionary<String, [UploadEntry]>, for owner: PagePart
    ) throws(UploadError) -> [UploadKey] {
        var gone: [UploadKey] = []
        for (ref, entries) in chosen { gone += list[try place(ofReference: ref, owner)].take(entries) }
        return gone
    }

    /// Gives each entry that may be sent what it is sent with.
    ///
    /// - Parameter seal: Makes of a ticket the token that the page gets.
    /// - Returns: What the session has to wait for, and what went for other entries.
    mutating func allow(
        _ preflight: UploadPreflight, session: Int, seal: (String) -> String
    ) throws(UploadError) -> [UploadRequest] {
        let place = try place(ofReference: preflight.reference, PagePart(component: preflight.component))
        var requests = list[place].take(preflight.entries).map(UploadRequest.drop)
        guard list[place].errors.isEmpty else { return requests }
        let asked = Set(preflight.entries.map(\.reference))
        let upload = list[place]
        for (index, entry) in upload.entries.enumerated()
        where asked.contains(entry.ref) && entry.isValid && !entry.isDone {
            if let external = upload.rules.external {
                list[place].entries[index].passOutside(upload, external)
            } else {
                let ticket = newTicket(session: session)
                list[place].entries[index].pass = .string(seal(ticket))
                requests.append(
                    .expect(UploadGrant(ticket: ticket, key: upload.key(of: entry), entry: entry, rules: upload.rules)))
            }
        }
        return requests
    }

    /// The answer to a preflight that was taken in.
    func reply(to preflight: UploadPreflight, diff: Diff?) -> UploadReply {
        var reply = UploadReply(reference: preflight.reference, diff: diff)
        guard let upload = list.first(where: { $0.ref == preflight.reference }) else { return reply }
        guard upload.errors.isEmpty else {
            let problems =
                upload.errors.map { (upload.ref, $0) }
                + upload.entries.flatMap { entry in entry.errors.map { (entry.ref, $0) } }
            reply.rejections = problems.map { [.string($0.0), .string($0.1.code)] }
            return reply
        }
        reply.configuration = upload.rules.wire
        for entry in upload.entries where preflight.entries.contains(where: { $0.reference == entry.ref }) {
            if entry.isValid {
                reply.entries[entry.ref] = entry.pass
            } else {
                reply.errors[entry.ref] = .array(entry.errors.map { .string($0.code) })
            }
        }
        return reply
    }

    /// Notes how far a file has come. When it is not there any more, nothing happens.
    ///
    /// - Parameter arrived: What has come on the file's channel; nil where it has none.
    /// - Returns: The entry, if it failed.
    mutating func note(_ progress: UploadProgress, arrived: UploadArrival?) -> UploadKey? {
        guard let place = list.firstIndex(where: { $0.ref == progress.reference }),
            let index = list[place].place(of: progress.entryReference), !list[place].entries[index].isDone
        else { return nil }
        switch progress.state {
        case .percent(let percent):
            let isExternal = list[place].rules.external != nil
            list[place].entries[index].come(percent, arrived, isExternal: isExternal)
            return nil
        case .failed(let reason):
            list[place].entries[index].fail(reason)
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

extension Upload.Entry {
    /// Lets the page send it past this engine.
    fileprivate mutating func passOutside(_ upload: Upload, _ make: (Self) throws -> JSONValue) {
        do {
            let made = try make(self)
            guard made["uploader"]?.string != nil else { throw UploadError.noUploader(upload: upload.name) }
            pass = made
        } catch {
            fail("\(error)")
        }
    }

    /// The page tells what it has sent; what counts is what came, unless it went elsewhere.
    fileprivate mutating func come(_ percent: Int, _ arrived: UploadArrival?, isExternal: Bool) {
        progress = min(max(percent, progress), isExternal ? 100 : arrived?.percent ?? 0)
        guard progress == 100 else { return }
        file = isExternal ? UploadedFile(sentWith: pass ?? .null, size: size) : arrived?.file
    }

    /// What failed here is told by the page as well, in words of its own: the first ones count.
    fileprivate mutating func fail(_ reason: String) {
        if !errors.contains(where: \.isFailure) { errors.append(.failed(reason: reason)) }
        pass = nil
    }
}

extension UploadRules {
    /// What the page has to know of them.
    fileprivate var wire: OrderedDictionary<String, JSONValue> {
        let (seconds, attoseconds) = chunkTimeout.components
        return [
            "max_file_size": .integer(maxFileSize), "max_entries": .integer(maxEntries),
            "chunk_size": .integer(chunkSize),
            "chunk_timeout": .integer(Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)),
        ]
    }
}
