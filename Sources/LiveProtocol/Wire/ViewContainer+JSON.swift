import OrderedCollections

/// The JSON form `["section", {"class": "wide"}]` (WIRE.md 2).
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
