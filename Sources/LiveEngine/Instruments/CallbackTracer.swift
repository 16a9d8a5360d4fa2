import Basics
import LiveProtocol

/// Tells an observer of each call of a function of a session's view, its components and its hooks.
struct CallbackTracer {
    private let observer: any CallbackObserver
    private let place: SessionPlace

    init(_ observer: any CallbackObserver, at place: SessionPlace) {
        self.observer = observer
        self.place = place
    }

    /// Calls a function, and tells of it when it is over.
    ///
    /// - Parameters:
    ///   - type: The name of the type whose function it is.
    ///   - component: The number of the component whose function it is; nil for the view.
    ///   - name: Which of its kind.
    func trace<Value>(
        _ kind: CallbackTrace.Kind, of type: String, component: Int? = nil, name: String? = nil,
        _ arguments: CallbackArguments = .none, _ call: () throws -> Value
    ) rethrows -> Value {
        let (stopwatch, time) = (place.services.stopwatch, place.services.clock.now)
        let start = stopwatch?.now
        func tell(_ failure: String?) {
            let duration = start.flatMap { start in stopwatch.map { $0.now - start } }
            observer.observe(
                CallbackTrace(
                    kind: kind, part: InspectedPart.ID(session: place.address.number, component: component), type: type,
                    topic: place.topic, name: name, arguments: arguments, time: time, duration: duration,
                    failure: failure))
        }
        do {
            let value = try call()
            tell(nil)
            return value
        } catch {
            tell("\(error)")
            throw error
        }
    }
}

extension CallbackArguments {
    static func params(_ params: Params) -> CallbackArguments {
        CallbackArguments(bytes: size(of: .object(params.values)) + params.url.utf8.count) {
            .object(["url": .string(params.url), "values": .object(params.values)])
        }
    }

    static func payload(_ payload: Payload) -> CallbackArguments {
        CallbackArguments(bytes: size(of: payload.json)) { payload.json }
    }

    static func info(_ info: some Sendable) -> CallbackArguments {
        CallbackArguments(bytes: HeapFootprint(of: info).total) {
            guard let encodable = info as? any Encodable, let json = try? JSONValue(encoding: encodable) else {
                return .string("\(info)")
            }
            return json
        }
    }

    /// About how much memory a value takes, in bytes; of very many members, that of the first stands for all.
    private static func size(of value: JSONValue) -> Int {
        switch value {
        case .null, .bool, .integer, .number: 16
        case .string(let text): 16 + text.utf8.count
        case .array(let items):
            items.prefix(100).reduce(0) { $0 + size(of: $1) } * max(1, items.count / 100)
        case .object(let members):
            members.prefix(100).reduce(0) { $0 + 32 + $1.key.utf8.count + size(of: $1.value) }
                * max(1, members.count / 100)
        }
    }
}
