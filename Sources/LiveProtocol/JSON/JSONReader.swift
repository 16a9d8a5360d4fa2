import OrderedCollections

/// A JSON value with the path that leads to it, so that what is wrong can be named.
package struct JSONReader {
    package let value: JSONValue?
    let path: [String]

    package init(_ value: JSONValue?, path: [String] = []) {
        self.value = value
        self.path = path
    }

    /// Whether there is a value, and not null.
    package var isPresent: Bool {
        switch value {
        case nil, .null: false
        default: true
        }
    }

    package subscript(key: String) -> JSONReader { JSONReader(value?[key], path: path + [key]) }

    /// The reader itself when there is a value, so that `reader["x"].optional?.string()` reads what may be absent.
    package var optional: JSONReader? { isPresent ? self : nil }

    package func wrong(wanted: String) -> JSONDecodingError {
        JSONDecodingError(at: path, wanted: wanted, found: value)
    }

    package func any() throws(JSONDecodingError) -> JSONValue {
        guard let value else { throw wrong(wanted: "a value") }
        return value
    }

    package func string() throws(JSONDecodingError) -> String {
        guard case .string(let text) = value else { throw wrong(wanted: "a text") }
        return text
    }

    package func integer() throws(JSONDecodingError) -> Int {
        guard case .integer(let number) = value else { throw wrong(wanted: "an integer") }
        return number
    }

    /// An integer that may be written as a text, as channel references are.
    package func reference() throws(JSONDecodingError) -> Int {
        switch value {
        case .integer(let number): return number
        case .string(let text):
            if let number = Int(text) { return number }
        default: break
        }
        throw wrong(wanted: "an integer, or one as a text")
    }

    package func bool() throws(JSONDecodingError) -> Bool {
        guard case .bool(let value) = value else { throw wrong(wanted: "true or false") }
        return value
    }

    package func members() throws(JSONDecodingError) -> OrderedDictionary<String, JSONValue> {
        guard case .object(let members) = value else { throw wrong(wanted: "an object") }
        return members
    }

    package func elements() throws(JSONDecodingError) -> [JSONReader] {
        guard case .array(let elements) = value else { throw wrong(wanted: "a list") }
        return elements.enumerated().map { JSONReader($1, path: path + [String($0)]) }
    }

    package func strings() throws(JSONDecodingError) -> [String] {
        try elements().map { element throws(JSONDecodingError) in try element.string() }
    }
}

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
    /// The place, what was expected and what was found.
    public var description: String { "\(path): expected \(wanted), found \(found)" }
}
