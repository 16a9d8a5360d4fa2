import Basics
import LiveProtocol

/// Runs one decoding and reports all its problems together.
enum PayloadDecoding {
    /// Ends a decoding whose problem is noted and for which no stand-in value can be made.
    struct Abort: Error {}

    static func run<Value>(_ payload: Payload, _ body: (PayloadPlace) throws -> Value) throws -> Value {
        try run(payload, PayloadNotes(isForm: payload.isForm), body)
    }

    static func run<Value>(
        _ payload: Payload, _ notes: PayloadNotes, _ body: (PayloadPlace) throws -> Value
    ) throws -> Value {
        do {
            let value = try body(PayloadPlace(value: payload.json, path: .root, notes: notes))
            guard notes.problems.isEmpty else { throw PayloadError(problems: notes.problems) }
            return value
        } catch is Abort {
            throw PayloadError(problems: notes.problems)
        } catch is DecodingError where !notes.problems.isEmpty {
            throw PayloadError(problems: notes.problems)
        }
    }
}

/// What one decoding has found so far.
final class PayloadNotes {
    let isForm: Bool
    /// Whether any of the payload was looked at.
    var isRead = false
    var problems: [PayloadProblem] = []

    init(isForm: Bool) { self.isForm = isForm }
}

/// Where in a payload a value is; written out only when there is a problem.
indirect enum PayloadPath {
    case root
    case member(of: PayloadPath, String)

    /// As a form writes it: `user[name]`.
    var name: String {
        switch self {
        case .root: ""
        case .member(of: .root, let key): key
        case .member(of: let parent, let key): "\(parent.name)[\(key)]"
        }
    }
}

/// Names in Swift and in markup: `userId`, `user-id` and `user_id` are the same.
enum NameMatching {
    /// Whether two names differ in nothing but hyphens, underscores and capitals.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.lazy.filter(isLetterLike).map(\.asciiLowercased).elementsEqual(
            right.utf8.lazy.filter(isLetterLike).map(\.asciiLowercased))
    }

    private static func isLetterLike(_ byte: UInt8) -> Bool {
        byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
    }
}
