import LiveProtocol

/// The events that every view understands by itself; their names begin with `lv:` (Flash.md, "Dismiss").
enum BuiltInEvent {
    static let prefix = "lv:"
    static let clearFlash = "lv:clear-flash"

    enum Failure: Error, Equatable {
        case unknown
        case keyIsNoText(JSONValue)
        case payloadIsNoObject(JSONValue)
    }

    /// Runs one.
    ///
    /// - Throws: `Failure` for a name that is none of them, or for a key that is no text; nothing is cleared then.
    static func run(_ name: String, _ payload: Payload, _ state: inout SocketState) throws {
        guard name == clearFlash else { throw Failure.unknown }
        switch payload.json {
        case .object(let members):
            switch members["key"] {
            case .string(let key)?: state.clearFlash(key)
            case let key?: throw Failure.keyIsNoText(key)
            case nil: state.clearFlash()
            }
        case .null: state.clearFlash()
        case .bool, .integer, .number, .string, .array: throw Failure.payloadIsNoObject(payload.json)
        }
    }
}

extension BuiltInEvent.Failure: CustomStringConvertible {
    var description: String {
        switch self {
        case .unknown: "no such built-in event; there is \"\(BuiltInEvent.clearFlash)\""
        case .keyIsNoText(let key):
            "\"key\" must be text, got \(key.json); leave it out to clear all messages"
        case .payloadIsNoObject(let payload): "the payload must be an object, got \(payload.json)"
        }
    }
}
