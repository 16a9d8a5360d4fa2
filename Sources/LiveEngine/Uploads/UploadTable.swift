import LiveProtocol

/// All uploads of one page, of its view and of its components: a value, so that a handler that throws changes none.
struct UploadTable {
    // Few at most: a search along the line is faster than a table.
    var list: [Upload] = []
    private var lastUpload = 0
    private var lastTicket = 0

    var isEmpty: Bool { list.isEmpty }

    /// What one owner has allowed.
    func uploads(of owner: PagePart) -> Uploads {
        list.isEmpty ? Uploads() : Uploads(list.filter { $0.owner == owner })
    }

    func upload(_ name: String, of owner: PagePart) throws(UploadError) -> Upload { list[try place(of: name, owner)] }

    mutating func allow(
        _ name: String, _ rules: UploadRules, of owner: PagePart, session: Int
    ) throws(UploadError) {
        try rules.check(for: name)
        if uploads(of: owner)[name] != nil { try disallow(name, of: owner) }
        lastUpload += 1
        list.append(Upload(name: name, ref: "phx-\(session)-\(lastUpload)", rules: rules, owner: owner))
    }

    mutating func disallow(_ name: String, of owner: PagePart) throws(UploadError) {
        let place = try place(of: name, owner)
        guard list[place].entries.isEmpty else {
            throw .hasEntries(upload: name, names: list[place].entries.map(\.name))
        }
        list.remove(at: place)
    }

    /// Ends the uploads of an owner that is gone.
    mutating func end(of owner: PagePart) { list.removeAll { $0.owner == owner } }

    /// A ticket that no file of the engine had before.
    mutating func newTicket(session: Int) -> String {
        lastTicket += 1
        return "\(session).\(lastTicket)"
    }

    /// Takes away entries that are consumed or cancelled.
    mutating func remove(_ refs: Set<String>, from name: String, of owner: PagePart) throws(UploadError) {
        let place = try place(of: name, owner)
        list[place].entries.removeAll { refs.contains($0.ref) }
    }

    private func place(of name: String, _ owner: PagePart) throws(UploadError) -> Int {
        guard let place = list.firstIndex(where: { $0.name == name && $0.owner == owner }) else {
            throw .unknownUpload(name, known: uploads(of: owner).names)
        }
        return place
    }

    func place(ofReference ref: String, _ owner: PagePart) throws(UploadError) -> Int {
        guard let place = list.firstIndex(where: { $0.ref == ref && $0.owner == owner }) else {
            throw .unknownReference(ref)
        }
        return place
    }
}
