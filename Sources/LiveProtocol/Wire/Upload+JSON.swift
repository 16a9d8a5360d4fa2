import OrderedCollections

extension UploadEntry {
    var wire: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [:]
        members["path"] = path.map(JSONValue.string)
        members["ref"] = .string(reference)
        members["last_modified"] = .integer(lastModified)
        members["name"] = .string(name)
        members["relative_path"] = .string(relativePath)
        members["type"] = .string(type)
        members["size"] = .integer(size)
        members["meta"] = meta
        return .object(members)
    }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(
            path: try reader["path"].optional?.string(),
            reference: try reader["ref"].string(),
            name: try reader["name"].string(),
            relativePath: try reader["relative_path"].optional?.string() ?? "",
            type: try reader["type"].optional?.string() ?? "",
            size: try reader["size"].integer(),
            lastModified: try reader["last_modified"].optional?.integer() ?? 0,
            meta: reader["meta"].value)
    }
}

extension UploadPreflight {
    var wire: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [
            "ref": .string(reference), "entries": .array(entries.map(\.wire)),
        ]
        members["cid"] = component.map(JSONValue.integer)
        return .object(members)
    }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(
            reference: try reader["ref"].string(),
            entries: try reader["entries"].elements().map { entry throws(JSONDecodingError) in
                try UploadEntry(entry)
            },
            component: try reader["cid"].optional?.integer())
    }
}

extension UploadProgress {
    var wire: JSONValue {
        let progress: JSONValue =
            switch state {
            case .percent(let percent): .integer(percent)
            case .failed(let reason): ["error": .string(reason)]
            }
        var members: OrderedDictionary<String, JSONValue> = [
            "event": event.map(JSONValue.string) ?? .null, "ref": .string(reference),
            "entry_ref": .string(entryReference), "progress": progress,
        ]
        members["cid"] = component.map(JSONValue.integer)
        return .object(members)
    }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        let progress = reader["progress"]
        let state: State =
            if let reason = progress["error"].optional {
                .failed(reason: try reason.string())
            } else {
                .percent(try progress.integer())
            }
        self.init(
            event: try reader["event"].optional?.string(),
            reference: try reader["ref"].string(),
            entryReference: try reader["entry_ref"].string(),
            state: state,
            component: try reader["cid"].optional?.integer())
    }
}

extension UploadReply {
    var members: OrderedDictionary<String, JSONValue> {
        var members: OrderedDictionary<String, JSONValue> = ["ref": .string(reference)]
        if !rejections.isEmpty {
            members["error"] = .array(rejections)
        } else {
            members["config"] = .object(configuration)
            members["entries"] = .object(entries)
            members["errors"] = .object(errors)
        }
        return members
    }

    /// - Parameter preflight: What is answered, whose reference not every server repeats.
    init(_ reader: JSONReader, to preflight: UploadPreflight, diff: Diff?) throws(JSONDecodingError) {
        self.init(
            reference: try reader["ref"].optional?.string() ?? preflight.reference,
            configuration: try reader["config"].optional?.members() ?? [:],
            entries: try reader["entries"].optional?.members() ?? [:],
            errors: try reader["errors"].optional?.members() ?? [:],
            rejections: try reader["error"].optional?.elements().compactMap(\.value) ?? [],
            diff: diff)
    }
}
