/// Why a JSON value is not the message it should be.
public struct JSONDecodingError: Error, Hashable, Sendable {
    /// The keys and indices that lead to the place, as `response.rendered.0`.
    public var path: String
    /// What belongs there.
    public var wanted: String
    /// What is there, as JSON text, shortened.
    public var found: String

    init(at path: [String], wanted: String, found: JSONValue?) {
        self.path = path.isEmpty ? "the message" : path.joined(separator: ".")
        self.wanted = wanted
        let text = found?.json ?? "nothing"
        self.found = text.count > 60 ? text.prefix(57) + "..." : text
    }
}

extension JSONDecodingError: CustomStringConvertible {
    public var description: String { "\(path): expected \(wanted), found \(found)" }
}
