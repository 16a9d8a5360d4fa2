import OrderedCollections

extension LivePatch {
    var wire: JSONValue { ["to": .string(to), "kind": .string(kind.rawValue)] }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(to: try reader["to"].string(), kind: try HistoryKind(reader["kind"]))
    }
}

extension LiveRedirect {
    var wire: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = ["to": .string(to), "kind": .string(kind.rawValue)]
        members["flash"] = flash.map(JSONValue.string)
        return .object(members)
    }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(
            to: try reader["to"].string(), kind: try HistoryKind(reader["kind"]),
            flash: try reader["flash"].optional?.string())
    }
}

extension Redirect {
    var wire: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = ["to": .string(to)]
        members["status"] = status.map(JSONValue.integer)
        members["flash"] = flash.map(JSONValue.string)
        return .object(members)
    }

    init(_ reader: JSONReader) throws(JSONDecodingError) {
        self.init(
            to: try reader["to"].string(), status: try reader["status"].optional?.integer(),
            flash: try reader["flash"].optional?.string())
    }
}

extension HistoryKind {
    init(_ reader: JSONReader) throws(JSONDecodingError) {
        guard reader.isPresent else {
            self = .push
            return
        }
        guard let kind = HistoryKind(rawValue: try reader.string()) else {
            throw reader.wrong(wanted: "\"push\" or \"replace\"")
        }
        self = kind
    }
}
