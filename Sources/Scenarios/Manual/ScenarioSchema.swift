import LiveProtocol
import OrderedCollections

/// The JSON schema of scenario files, by which editors complete and check them (draft 7).
package enum ScenarioSchema {
    /// The name of the file of a folder that has it, for editors.
    package static let fileName = "scenario.schema.json"

    /// The first line of a scenario file, by which editors know the schema.
    ///
    /// - Parameter depth: How many folders the file lies below it.
    package static func modeline(depth: Int = 0) -> String {
        "# yaml-language-server: $schema=\(String(repeating: "../", count: depth))\(fileName)"
    }

    /// The kinds of files that there is a schema of.
    package enum File: String, CaseIterable, Sendable {
        case scenario, part, servers
    }

    /// The schema of scenario files as JSON.
    package static var text: String { text(of: .scenario) }

    /// The schema of a kind of files as JSON.
    package static func text(of file: File) -> String { schema(of: file).json }

    static var schema: JSONValue { schema(of: .scenario) }

    static func schema(of file: File) -> JSONValue {
        var root: Members =
            switch file {
            case .scenario: members(Header.mapping)
            case .part: ["anyOf": [value(.steps), .object(members(PartFile.mapping))]]
            case .servers: members(ServerSetup.mapping)
            }
        root["$schema"] = "http://json-schema.org/draft-07/schema#"
        root["title"] = .string(file.title)
        if file != .servers { root["definitions"] = ["target": value(.short(.text, .target)), "step": step] }
        return .object(root)
    }

    /// A step is one object with all verbs as optional properties, so that editors offer each verb once.
    private static var step: JSONValue {
        let verbs = Vocabulary.standard.verbs
        let properties = verbs.map { verb in
            (verb.name, described(value(verb.argument), "\(verb.about)\n\(verb.example)"))
        }
        let object: JSONValue = [
            "type": "object", "properties": .object(.init(uniqueKeysWithValues: properties)),
            "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
        ]
        let words: JSONValue = ["enum": .array(verbs.filter(\.standsAlone).map { .string($0.name) })]
        return ["anyOf": [object, words]]
    }

    private typealias Members = OrderedDictionary<String, JSONValue>

    private static func members(_ mapping: Shape.Mapping) -> Members {
        let properties = mapping.keys.map { ($0.name, described(value($0.shape), $0.about)) }
        var members: Members = [
            "type": "object", "properties": .object(.init(uniqueKeysWithValues: properties)),
            "additionalProperties": false,
        ]
        let required = mapping.keys.filter(\.isRequired).map(\.name)
        if !required.isEmpty { members["required"] = strings(required) }
        let companions = mapping.keys.compactMap { key in key.companion.map { (key.name, strings([$0])) } }
        if !companions.isEmpty { members["dependencies"] = .object(.init(uniqueKeysWithValues: companions)) }
        if !mapping.atLeastOne.isEmpty { members["anyOf"] = .array(mapping.atLeastOne.map(presence)) }
        if !mapping.choice.isEmpty {
            let each = mapping.choice.map(presence)
            members["oneOf"] = .array(mapping.needsChoice ? each : each + [["not": ["anyOf": .array(each)]]])
        }
        return members
    }

    private static func presence(of name: String) -> JSONValue { ["required": strings([name])] }

    private static func strings(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

    private static func described(_ schema: JSONValue, _ about: String) -> JSONValue {
        guard case .object(var members) = schema else { return schema }
        members["description"] = .string(about)
        return .object(members)
    }

    /// What is not a text anyway may also be a variable.
    private static func value(_ shape: Shape) -> JSONValue {
        switch shape {
        case .someText: ["type": ["string", "number", "boolean"], "minLength": 1]
        case .longText(let limit): ["type": ["string", "number", "boolean"], "maxLength": .integer(limit)]
        case .text, .fixedText, .keys, .selector: ["type": ["string", "number", "boolean"]]
        case .regularExpression: ["type": ["string", "number", "boolean"], "minLength": 1]
        case .textOrNull: ["type": ["string", "number", "boolean", "null"]]
        case .word(let words): orVariable(["enum": .array(words.flatMap(spellings))])
        case .integer(let range):
            orVariable([
                "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
            ])
        case .boolean: orVariable(["type": "boolean"])
        case .size: orVariable(["type": "string", "pattern": "^[0-9]{1,4}x[0-9]{1,4}$"])
        case .duration: orVariable(["type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?(ms|s|m|h)$"])
        case .clock: orVariable(["type": "string", "pattern": "^([0-9]{4}-[0-9]{2}-[0-9]{2}|real$)"])
        case .serverAddress: orVariable(["type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]+/?$"])
        case .serverPage: orVariable(["type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/?#]+"])
        case .json: [:]
        case .list(let element, let count?):
            orVariable([
                "type": "array", "items": value(element), "minItems": .integer(count), "maxItems": .integer(count),
            ])
        case .list(let element, nil): orVariable(["type": "array", "items": value(element), "minItems": 1])
        case .oneOrMore(let element):
            ["anyOf": [value(element), ["type": "array", "items": value(element), "minItems": 1]]]
        case .dictionary(let element): orVariable(["type": "object", "additionalProperties": value(element)])
        case .mapping(let mapping): orVariable(.object(members(mapping)))
        case .short(let short, let mapping): ["anyOf": [value(short), .object(members(mapping))]]
        case .target: ["$ref": "#/definitions/target"]
        case .steps: ["type": "array", "items": ["$ref": "#/definitions/step"], "minItems": 1]
        }
    }

    /// A word, and the number that YAML takes it for without quotes.
    private static func spellings(of word: String) -> [JSONValue] {
        [.string(word)] + (JSONGrammar.isNumber(word) ? [Int(word).map { .integer($0) }].compactMap(\.self) : [])
    }

    private static func orVariable(_ schema: JSONValue) -> JSONValue {
        ["anyOf": [schema, ["type": "string", "pattern": "\\$\\{"]]]
    }
}

extension ScenarioSchema.File {
    fileprivate var title: String {
        switch self {
        case .scenario: "Scenario"
        case .part: "Part of scenarios"
        case .servers: "Servers of scenarios"
        }
    }
}
