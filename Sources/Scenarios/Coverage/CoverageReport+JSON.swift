import LiveProtocol
import OrderedCollections

extension CoverageReport {
    /// The whole as JSON, each thing on a line of its own and in the same order in each run
    /// (ScenarioCoverage.md, "The file").
    package var json: String {
        var counts: OrderedDictionary<String, JSONValue> = [:]
        for kind in kinds { counts[kind.rawValue] = count(of: kind).json }
        counts["all"] = count(of: nil).json
        let lines = items.map { "    \($0.json.json)" }.joined(separator: ",\n")
        return """
            {
              "version": 1,
              "counts": \(JSONValue.object(counts).json),
              "openEnded": \(JSONValue.array(openHandlers.map { .string($0) }).json),
              "notes": \(JSONValue.array(notes.map { .string($0) }).json),
              "items": [\(lines.isEmpty ? "" : "\n\(lines)\n  ")]
            }

            """
    }
}

extension CoverageReport.Count {
    fileprivate var json: JSONValue {
        ["covered": .integer(covered), "total": .integer(total), "percent": percent.map { .integer($0) } ?? .null]
    }
}

extension CoverageItem {
    fileprivate var json: JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [
            "kind": .string(kind.rawValue), "covered": .bool(isCovered), "place": .string(place), "name": .string(name),
        ]
        if let view { members["view"] = .string(view) }
        return .object(members)
    }
}
