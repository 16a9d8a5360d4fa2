import LiveProtocol
import OrderedCollections

/// Makes what handlers and topics take of what scripts say in JSON.
enum InfoDecoding {
    /// - Parameters:
    ///   - type: A type that is `Decodable`. An enumeration is told by its case: `"tick"`, `{"tick": {"n": 3}}`, or
    ///     `{"kind": "tick", "n": 3}`; every other type by its values.
    ///   - owner: Who handles it, for people.
    /// - Throws: `InfoError`, which says what to write.
    static func decode<Info>(_ type: Info.Type, from message: JSONValue, for owner: String) throws -> Info {
        guard type != Never.self else { throw InfoError.none(owner: owner) }
        guard let decodable = type as? any Decodable.Type else {
            throw InfoError.notDecodable("\(type)", owner: owner)
        }
        do {
            guard let info = try decode(decodable, from: message) as? Info else {
                throw InfoError.notDecodable("\(type)", owner: owner)
            }
            return info
        } catch let error as UnknownEvent {
            throw InfoError.unknownCase(error.name, of: "\(type)", known: error.known)
        } catch let error as InfoError {
            throw error
        } catch {
            throw InfoError.unfit("\(type)", reason: "\(error)")
        }
    }

    /// Makes a message of a topic.
    static func message(_ type: any Sendable.Type, from message: JSONValue, topic: String) throws -> any Sendable {
        func make<Message: Sendable>(_ type: Message.Type) throws -> any Sendable {
            try decode(type, from: message, for: "the topic \"\(topic)\"")
        }
        return try make(type)
    }

    private static func decode<Info: Decodable>(_ type: Info.Type, from message: JSONValue) throws -> Info {
        guard TypeKind.isEnumeration(type) else {
            return try PayloadDecoding.run(Payload(message)) { try $0.decode(type) }
        }
        guard let (name, values) = caseAndValues(message) else { throw InfoError.noCase(of: "\(type)") }
        return try EventDecoding.decode(type, name: name, payload: Payload(values))
    }

    /// The case that a message tells, and what comes with it.
    private static func caseAndValues(_ message: JSONValue) -> (name: String, values: JSONValue)? {
        switch message {
        case .string(let name): return (name, [:])
        case .object(var members):
            if case .string(let name)? = members["kind"] {
                members["kind"] = nil
                return (name, .object(members))
            }
            guard members.count == 1, let (name, values) = members.elements.first else { return nil }
            switch values {
            case .object: return (name, values)
            case .null: return (name, [:])
            // The one value of a case without a label.
            case .string, .integer, .number, .bool, .array: return (name, ["_0": values])
            }
        case .null, .bool, .integer, .number, .array: return nil
        }
    }
}

/// Why a message of a script is none for the part of the page, or the topic, that it is for.
enum InfoError: Error, Equatable {
    case none(owner: String)
    case notDecodable(String, owner: String)
    case noCase(of: String)
    case unknownCase(String, of: String, known: [String])
    case unfit(String, reason: String)
}

extension InfoError: CustomStringConvertible {
    var description: String {
        switch self {
        case .none(let owner): "\(owner) handles no infos: it has no Info"
        case .notDecodable(let type, let owner):
            "\(owner) takes \(type), which JSON cannot be made of: make it Decodable, or define "
                + "static func info(from message: JSONValue) throws -> Info"
        case .noCase(let type):
            "which case of \(type) is meant? Write its name, { name: { … } }, or { kind: name, … }"
        case .unknownCase(let name, let type, let known):
            "\(type) has no case \"\(name)\""
                + (known.isEmpty ? "" : "; it has " + known.map { "\"\($0)\"" }.joined(separator: ", "))
        case .unfit(let type, let reason): "the message is no \(type): \(reason)"
        }
    }
}
