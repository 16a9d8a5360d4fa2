import Basics

extension ScriptRefusal: CustomStringConvertible {
    /// What is wrong and what to do, for people.
    package var description: String {
        switch self {
        case .noSession: "the page has no session in this process that could take it"
        case .noComponent: "the component is not there any more"
        case .unreadableMessage(let reason): reason
        case .noSubscriber(let topic, let known):
            "nobody is subscribed to the topic \"\(topic)\"; " + Self.advice(on: topic, known, "topics")
        case .unknownView(let name, let known): "there is no view \"\(name)\"; " + Self.advice(on: name, known, "views")
        case .severalPaths(let view, let paths):
            "\(view) is at several paths: \(paths.joined(separator: ", ")); open it by one of them"
        case .missingParams(let names, let path):
            "the path \(path) needs \(names.map { "\"\($0)\"" }.joined(separator: " and ")) in params"
        case .longSession(let length, let limit):
            "the session is too long for a cookie: it takes \(length) bytes, and \(limit) is the limit"
        case .unfitParams(let path, let url): "the params do not fit the path \(path): \(url) is no address of it"
        }
    }

    private static func advice(on name: String, _ known: [String], _ what: String) -> String {
        if let near = NearestName.of(name, among: known) { return "did you mean \"\(near)\"?" }
        return known.isEmpty ? "there are none" : "the \(what) are \(known.joined(separator: ", "))"
    }
}
