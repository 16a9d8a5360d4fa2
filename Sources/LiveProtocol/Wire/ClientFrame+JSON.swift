import OrderedCollections

extension ClientFrame {
    /// The wire form: `[join_ref, ref, topic, event, payload]` (TheWire.md, "Frames").
    ///
    /// Of a file's chunk it tells the number of bytes alone; see `wire`.
    package var json: String {
        JSONValue.array([
            joinReference.map { .string(String($0)) } ?? .null, .string(String(reference)), .string(topic),
            .string(message.name), message.payload,
        ]).json
    }

    /// Reads the wire form.
    ///
    /// - Throws: `JSONParsingError` or `JSONDecodingError`.
    package init(parsing text: String) throws {
        let reader = JSONReader(try JSONValue(parsing: text))
        let parts = try reader.elements()
        guard parts.count == 5 else { throw reader.wrong(wanted: "a list of five") }
        self.init(
            joinReference: try parts[0].optional?.reference(), reference: try parts[1].reference(),
            topic: try parts[2].string(), message: try ClientMessage(name: parts[3], payload: parts[4]))
    }
}

extension ClientMessage {
    var name: String {
        switch self {
        case .join: "phx_join"
        case .event: "event"
        case .livePatch: "live_patch"
        case .componentsWillBeDestroyed: "cids_will_destroy"
        case .componentsDestroyed: "cids_destroyed"
        case .allowUpload: "allow_upload"
        case .uploadProgress: "progress"
        case .joinUpload: "phx_join"
        case .uploadChunk: "chunk"
        case .leave: "phx_leave"
        }
    }

    var payload: JSONValue {
        switch self {
        case .join(let request): request.wire
        case .event(let push): push.wire
        case .livePatch(let url): ["url": .string(url)]
        case .componentsWillBeDestroyed(let identifiers), .componentsDestroyed(let identifiers):
            ["cids": .array(identifiers.map(JSONValue.integer))]
        case .allowUpload(let preflight): preflight.wire
        case .uploadProgress(let progress): progress.wire
        case .joinUpload(let token): ["token": token]
        case .uploadChunk(let bytes): ["size": .integer(bytes.count)]
        case .leave: [:]
        }
    }

    init(name: JSONReader, payload: JSONReader) throws(JSONDecodingError) {
        switch try name.string() {
        case "phx_join":
            self =
                if let token = payload["token"].optional {
                    .joinUpload(token: try token.any())
                } else {
                    .join(try JoinRequest(payload))
                }
        case "event": self = .event(try EventPush(payload))
        case "live_patch": self = .livePatch(url: try payload["url"].string())
        case "cids_will_destroy": self = .componentsWillBeDestroyed(try payload.identifiers())
        case "cids_destroyed": self = .componentsDestroyed(try payload.identifiers())
        case "allow_upload": self = .allowUpload(try UploadPreflight(payload))
        case "progress": self = .uploadProgress(try UploadProgress(payload))
        case "phx_leave": self = .leave
        default: throw name.wrong(wanted: "the name of a client's message such as \"event\"")
        }
    }
}

extension JSONReader {
    fileprivate func identifiers() throws(JSONDecodingError) -> [Int] {
        try self["cids"].elements().map { element throws(JSONDecodingError) in try element.integer() }
    }
}

extension JoinRequest {
    fileprivate var wire: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [:]
        switch address {
        case .url(let url): members["url"] = .string(url)
        case .redirect(let url): members["redirect"] = .string(url)
        case .nested: break
        }
        members["params"] = .object(params)
        members["session"] = .string(session)
        members["static"] = staticToken.map(JSONValue.string) ?? .null
        members["flash"] = flash.map(JSONValue.string)
        members["sticky"] = .bool(isSticky)
        return .object(members)
    }

    fileprivate init(_ reader: JSONReader) throws(JSONDecodingError) {
        let address: Address =
            if let url = reader["redirect"].optional {
                .redirect(try url.string())
            } else if let url = reader["url"].optional {
                .url(try url.string())
            } else {
                .nested
            }
        self.init(
            address: address,
            params: try reader["params"].optional?.members() ?? [:],
            session: try reader["session"].string(),
            staticToken: try reader["static"].optional?.string(),
            flash: try reader["flash"].optional?.string(),
            isSticky: try reader["sticky"].optional?.bool() ?? false)
    }
}

extension EventPush {
    fileprivate var wire: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [
            "type": type.map(JSONValue.string) ?? .null, "event": .string(event),
        ]
        switch value {
        case .json(let value): members["value"] = value
        case .form(let text): members["value"] = .string(text)
        }
        members["meta"] = meta.map(JSONValue.object)
        members["uploads"] = uploads.map { .object($0.mapValues { .array($0.map(\.wire)) }) }
        members["cid"] = component.map(JSONValue.integer)
        return .object(members)
    }

    fileprivate init(_ reader: JSONReader) throws(JSONDecodingError) {
        let type = try reader["type"].optional?.string()
        var uploads: OrderedDictionary<String, [UploadEntry]>?
        if let files = reader["uploads"].optional {
            uploads = [:]
            for key in try files.members().keys {
                uploads?[key] = try files[key].elements().map { entry throws(JSONDecodingError) in
                    try UploadEntry(entry)
                }
            }
        }
        self.init(
            type: type,
            event: try reader["event"].string(),
            value: type == "form" ? .form(try reader["value"].string()) : .json(try reader["value"].any()),
            meta: try reader["meta"].optional?.members(),
            uploads: uploads,
            component: try reader["cid"].optional?.integer())
    }
}
