import OrderedCollections

extension Reply {
    func write(to writer: inout JSONWriter) {
        var object = writer.beginObject()
        writer.writeKey("status", in: &object)
        writer.write(isError ? "error" : "ok")
        writer.writeKey("response", in: &object)
        writeResponse(to: &writer)
        writer.endObject()
    }

    private var isError: Bool {
        switch self {
        case .refused, .failed: true
        case .joined, .handled, .liveRedirect, .redirect, .linkRedirect, .componentsDeleted, .upload: false
        }
    }

    private func writeResponse(to writer: inout JSONWriter) {
        var object = writer.beginObject()
        switch self {
        case .joined(let reply):
            writer.writeKey("rendered", in: &object)
            reply.rendered.write(to: &writer)
            if let version = reply.version {
                writer.writeKey("liveview_version", in: &object)
                writer.write(version)
            }
            if let patch = reply.livePatch {
                writer.writeKey("live_patch", in: &object)
                writer.write(patch.wire)
            }
            if let container = reply.container {
                writer.writeKey("container", in: &object)
                writer.write(container.wire)
            }
        case .refused(let refusal): writer.writeMembers(refusal.members, in: &object)
        case .handled(nil): break
        case .handled(let diff?):
            writer.writeKey("diff", in: &object)
            diff.write(to: &writer)
        case .liveRedirect(let redirect):
            writer.writeKey("live_redirect", in: &object)
            writer.write(redirect.wire)
        case .redirect(let redirect):
            writer.writeKey("redirect", in: &object)
            writer.write(redirect.wire)
        case .linkRedirect:
            writer.writeKey("link_redirect", in: &object)
            writer.write(.bool(true))
        case .componentsDeleted(let identifiers):
            writer.writeKey("cids", in: &object)
            writer.write(.array(identifiers.map(JSONValue.integer)))
        case .upload(let reply):
            if let diff = reply.diff {
                writer.writeKey("diff", in: &object)
                diff.write(to: &writer)
            }
            writer.writeMembers(reply.members, in: &object)
        case .failed(let reason):
            if case .object(let members) = reason {
                writer.writeMembers(members, in: &object)
            } else {
                writer.writeMembers(["reason": reason], in: &object)
            }
        }
        writer.endObject()
    }

    init(_ reader: JSONReader, to request: ClientMessage?) throws(JSONDecodingError) {
        let response = reader["response"]
        let isOK = try reader["status"].string() == "ok"
        if case .join = request {
            self = isOK ? .joined(try JoinReply(response)) : .refused(try JoinRefusal(response))
        } else if !isOK {
            self = .failed(try response.any())
        } else if let redirect = response["live_redirect"].optional {
            self = .liveRedirect(try LiveRedirect(redirect))
        } else if let redirect = response["redirect"].optional {
            self = .redirect(try Redirect(redirect))
        } else if response["link_redirect"].isPresent {
            self = .linkRedirect
        } else {
            let diff = try response["diff"].optional.map { diff throws(JSONDecodingError) in try Diff(diff) }
            switch request {
            case .componentsDestroyed:
                self = .componentsDeleted(
                    try response["cids"].elements().map { element throws(JSONDecodingError) in try element.integer() })
            case .allowUpload(let preflight):
                self = .upload(try UploadReply(response, to: preflight, diff: diff))
            default: self = .handled(diff)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func writeMembers(
        _ members: OrderedDictionary<String, JSONValue>, in object: inout ObjectState
    ) {
        for (key, value) in members {
            writeKey(key, in: &object)
            write(value)
        }
    }
}

extension JoinReply {
    fileprivate init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(
            rendered: try Diff(reader["rendered"], isJoin: true),
            version: try reader["liveview_version"].optional?.string(),
            livePatch: try reader["live_patch"].optional.map { patch throws(JSONDecodingError) in
                try LivePatch(patch)
            },
            container: try reader["container"].optional.map { container throws(JSONDecodingError) in
                try ViewContainer(container)
            })
    }
}

extension JoinRefusal {
    fileprivate var members: OrderedDictionary<String, JSONValue> {
        switch self {
        case .stale: return ["reason": "stale"]
        case .unauthorized: return ["reason": "unauthorized"]
        case .crashed(let reason): return ["reason": "join crashed", "message": .string(reason)]
        case .reload(let status, let token):
            var members: OrderedDictionary<String, JSONValue> = ["reason": "reload", "status": .integer(status)]
            members["token"] = token.map(JSONValue.string)
            return members
        case .redirect(let redirect, let events):
            return JoinRefusal.members("redirect", redirect.wire, events: events)
        case .liveRedirect(let redirect, let events):
            return JoinRefusal.members("live_redirect", redirect.wire, events: events)
        }
    }

    private static func members(
        _ key: String, _ value: JSONValue, events: [PushedEvent]
    ) -> OrderedDictionary<String, JSONValue> {
        events.isEmpty ? [key: value] : [key: value, "events": .array(events.map(\.wire))]
    }

    fileprivate init(_ reader: JSONReader) throws(JSONDecodingError) {
        let events =
            try reader["events"].optional?.elements().map { event throws(JSONDecodingError) in
                try PushedEvent(event)
            } ?? []
        if let redirect = reader["redirect"].optional {
            self = .redirect(try Redirect(redirect), events: events)
        } else if let redirect = reader["live_redirect"].optional {
            self = .liveRedirect(try LiveRedirect(redirect), events: events)
        } else {
            switch try reader["reason"].string() {
            case "stale": self = .stale
            case "unauthorized": self = .unauthorized
            case "reload":
                self = .reload(
                    status: try reader["status"].optional?.integer() ?? 500,
                    token: try reader["token"].optional?.string())
            case let reason: self = .crashed(reason: try reader["message"].optional?.string() ?? reason)
            }
        }
    }
}

/// The JSON form `["section", {"class": "wide"}]` (TheWire.md, "Joining").
extension ViewContainer {
    var wire: JSONValue { [.string(tag), .object(attributes.mapValues(JSONValue.string))] }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        let parts = try reader.elements()
        guard let tag = parts.first, parts.count <= 2 else {
            throw reader.wrong(wanted: "a tag and an object of attributes")
        }
        var attributes: OrderedDictionary<String, String> = [:]
        if parts.count == 2 {
            for name in try parts[1].members().keys { attributes[name] = try parts[1][name].string() }
        }
        self.init(try tag.string(), attributes)
    }
}
