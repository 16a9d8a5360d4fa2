import Basics
import LiveProtocol
import OrderedCollections

extension Engine: InProcessHost {
    package func seedChance(_ seed: UInt64) { services.seed = seed }

    package func broadcast(_ message: JSONValue, onTopic name: String) throws(ScriptRefusal) {
        let topics = shared.pubSub.topics
        let meant = topics.filter { $0.name == name }
        guard !meant.isEmpty else { throw .noSubscriber(topic: name, known: Set(topics.map(\.name)).sorted()) }
        var reason = ""
        // Topics of one name may differ in their type of message: those that can read it get it.
        let readable = meant.compactMap { topic -> (topic: TopicKey, message: any Sendable)? in
            do {
                return (topic, try InfoDecoding.message(topic.message, from: message, topic: name))
            } catch {
                reason = "\(error)"
                return nil
            }
        }
        guard !readable.isEmpty else { throw .unreadableMessage(reason: reason) }
        for (topic, message) in readable { shared.pubSub.broadcast(message, on: topic) }
    }

    package func address(
        ofView view: String, params: OrderedDictionary<String, String>
    ) throws(ScriptRefusal) -> String {
        let meant = routes.list.filter { $0.viewName == view }
        guard let route = meant.first else {
            throw .unknownView(view, known: Set(routes.list.map(\.viewName)).sorted())
        }
        guard meant.count == 1 else { throw .severalPaths(view: view, paths: meant.map(\.path)) }
        var missing: [String] = []
        var rest = params
        let parts = route.pattern.segments.map { segment in
            switch segment {
            case .literal(let text): return PercentCoding.encode(text)
            case .parameter(let name, let kind):
                guard let value = rest.removeValue(forKey: name) else {
                    missing.append(name)
                    return ""
                }
                guard case .path = kind else { return PercentCoding.encode(value) }
                return value.split(separator: "/").map { PercentCoding.encode(String($0)) }.joined(separator: "/")
            }
        }
        guard missing.isEmpty else { throw .missingParams(missing, path: route.path) }
        let query = rest.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
        let url = "/" + parts.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)
        guard let match = routes.match(Address(url)), match.route.path == route.path else {
            throw .unfitParams(path: route.path, url: url)
        }
        return url
    }

    private static func encoded(_ text: String) -> String { PercentCoding.encode(text, spaceAsPlus: true) }
}

extension Route {
    /// The name of the view's type.
    fileprivate var viewName: String { "\(type(of: makeView()))" }
}
