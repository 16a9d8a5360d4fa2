import HTMLTree
import LiveProtocol

/// As much of JSON schema, draft 7, as the schema of scenarios uses.
struct JSONSchema {
    let root: JSONValue

    /// What is wrong with a value: the path to it and the word of the schema that it breaks.
    func complaints(about value: JSONValue) -> [String] { complaints(value, root, "$") }

    private func complaints(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
        schema.members.flatMap { word, argument -> [String] in
            switch word {
            case "$schema", "title", "description", "definitions": return []
            case "$ref": return complaints(value, definition(argument.string ?? ""), path)
            case "properties":
                return argument.members.flatMap { name, schema in
                    value[name].map { complaints($0, schema, "\(path).\(name)") } ?? []
                }
            case "additionalProperties":
                return value.members.filter { schema["properties"]?[$0.0] == nil }.flatMap { name, member in
                    argument == false
                        ? ["\(path).\(name): \(word)"] : complaints(member, argument, "\(path).\(name)")
                }
            case "items":
                return value.list.enumerated().flatMap { index, item in
                    complaints(item, argument, "\(path)[\(index)]")
                }
            case _: return keeps(value, word, argument, path) ? [] : ["\(path): \(word)"]
            }
        }
    }

    /// Whether a value keeps what a word of the schema demands of it by itself. One that is unknown here is broken.
    private func keeps(_ value: JSONValue, _ word: String, _ argument: JSONValue, _ path: String) -> Bool {
        func isValid(_ schema: JSONValue) -> Bool { complaints(value, schema, path).isEmpty }
        let limit = argument.integer ?? 0
        switch word {
        case "type":
            return (argument.list.isEmpty ? [argument] : argument.list).contains { value.isOf($0.string ?? "") }
        case "enum": return argument.list.contains(value)
        case "anyOf": return argument.list.contains(where: isValid)
        case "oneOf": return argument.list.filter(isValid).count == 1
        case "not": return !isValid(argument)
        case "minimum": return value.integer.map { $0 >= limit } ?? true
        case "maximum": return value.integer.map { $0 <= limit } ?? true
        case "minLength": return value.string.map { $0.count >= limit } ?? true
        case "maxLength": return value.string.map { $0.count <= limit } ?? true
        case "minItems": return !value.isOf("array") || value.list.count >= limit
        case "maxItems": return !value.isOf("array") || value.list.count <= limit
        case "minProperties": return !value.isOf("object") || value.members.count >= limit
        case "maxProperties": return !value.isOf("object") || value.members.count <= limit
        case "required": return !value.isOf("object") || argument.list.allSatisfy { value[$0.string ?? ""] != nil }
        case "dependencies":
            return argument.members.allSatisfy { name, needed in
                value[name] == nil || needed.list.allSatisfy { value[$0.string ?? ""] != nil }
            }
        case "pattern":
            guard let text = value.string, let pattern = try? TextPattern(argument.string ?? "") else { return true }
            if case .found = pattern.search(text) { return true }
            return false
        case _: return false
        }
    }

    private func definition(_ reference: String) -> JSONValue {
        reference.split(separator: "/").dropFirst().reduce(root) { $0[String($1)] ?? .null }
    }
}

extension JSONValue {
    fileprivate var members: [(String, JSONValue)] {
        if case .object(let members) = self { members.map { ($0.key, $0.value) } } else { [] }
    }

    fileprivate var list: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    fileprivate func isOf(_ type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .integer: type == "integer" || type == "number"
        case .number: type == "number"
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
