import LiveProtocol
import OrderedCollections

/// The JSON schema of scenario files, by which editors complete and check them (draft 7).
package enum ScenarioSchema {
    /// The schema as JSON.
    package static var text: String { schema.json }

    private static var schema: JSONValue {
        var root = members(Header.options)
        root["$schema"] = "http://json-schema.org/draft-07/schema#"
        root["title"] = "Scenario"
        root["definitions"] = ["target": value(.short(.text, .target)), "step": step]
        return .object(root)
    }

    /// A step is one object with all verbs as optional properties, so that editors offer each verb once.
    private static var step: JSONValue {
        let verbs = Verb.all.map { verb in
            (verb.name, described(value(verb.argument), "\(verb.about)\n\(verb.example)"))
        }
        let object: JSONValue = [
            "type": "object", "properties": .object(.init(uniqueKeysWithValues: verbs)), "additionalProperties": false,
            "minProperties": 1, "maxProperties": 1,
        ]
        let words: JSONValue = ["enum": .array(Verb.all.filter(\.standsAlone).map { .string($0.name) })]
        return ["anyOf": [object, words]]
    }

    private typealias Members = OrderedDictionary<String, JSONValue>

    private static func members(_ options: Shape.Options) -> Members {
        let properties = options.entries.map { ($0.name, described(value($0.shape), $0.about)) }
        var members: Members = [
            "type": "object", "properties": .object(.init(uniqueKeysWithValues: properties)),
            "additionalProperties": false,
        ]
        let required = options.entries.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { members["required"] = .array(required) }
        return members
    }

    private static func described(_ schema: JSONValue, _ about: String) -> JSONValue {
        guard case .object(var members) = schema else { return schema }
        members["description"] = .string(about)
        return .object(members)
    }

    /// Texts of a certain form may also be variables.
    private static func value(_ shape: Shape) -> JSONValue {
        switch shape {
        case .someText: ["type": ["string", "number", "boolean"], "minLength": 1]
        case .longText(let limit): ["type": ["string", "number", "boolean"], "maxLength": .integer(limit)]
        case .text, .keys, .selector, .regularExpression: ["type": ["string", "number", "boolean"]]
        case .textOrNull: ["type": ["string", "number", "boolean", "null"]]
        case .word(let words): ["anyOf": [["enum": .array(words.map { .string($0) })], variable]]
        case .integer(let range):
            [
                "anyOf": [
                    ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)],
                    variable,
                ]
            ]
        case .boolean: ["anyOf": [["type": "boolean"], variable]]
        case .size: ["anyOf": [["type": "string", "pattern": "^[0-9]{1,4}x[0-9]{1,4}$"], variable]]
        case .duration: ["anyOf": [["type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$"], variable]]
        case .moment: ["anyOf": [["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}"], variable]]
        case .json: [:]
        case .list(let element, let count?):
            ["type": "array", "items": value(element), "minItems": .integer(count), "maxItems": .integer(count)]
        case .list(let element, nil): ["type": "array", "items": value(element), "minItems": 1]
        case .oneOrMore(let element):
            ["anyOf": [value(element), ["type": "array", "items": value(element), "minItems": 1]]]
        case .dictionary(let element): ["type": "object", "additionalProperties": value(element)]
        case .options(let options): .object(members(options))
        case .short(let short, let options): ["anyOf": [value(short), .object(members(options))]]
        case .target: ["$ref": "#/definitions/target"]
        case .steps: ["type": "array", "items": ["$ref": "#/definitions/step"], "minItems": 1]
        }
    }

    private static let variable: JSONValue = ["type": "string", "pattern": "\\$\\{"]
}
