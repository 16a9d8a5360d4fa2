import LiveProtocol

extension ScenarioProblem {
    /// The problem in one line.
    public var message: String {
        switch kind {
        case .unknownKey(let key, let context, let known):
            "unknown key \"\(key)\" in \(context)\(Self.suggestion(for: key, among: known))"
        case .unknownStep(let name, let known):
            "unknown step \"\(name)\"\(Self.suggestion(for: name, among: known))"
        case .missingKey(let key, let context):
            "\(context) needs \"\(key)\""
        case .missingChoice(let keys, let context):
            "\(context) needs one of \(Self.list(keys))"
        case .severalChoices(let keys, let context):
            "\(context) takes only one of \(Self.list(keys)); these are \(keys.count)"
        case .duplicateKey(let key):
            "\"\(key)\" stands here twice"
        case .wrongShape(let expected, let found):
            "expected \(expected), found \(found)"
        case .invalidText(let text, let expected, let reason):
            "expected \(expected), found \"\(text)\"\(reason.map { ": \($0)" } ?? "")"
        case .unknownWord(let word, let allowed):
            "\"\(word)\" is none of \(Self.list(allowed))\(Self.suggestion(for: word, among: allowed, orList: false))"
        case .outOfRange(let number, let allowed):
            "expected a number from \(allowed.lowerBound) to \(allowed.upperBound), found \(number)"
        case .emptyValue(let key, let startsComment):
            startsComment
                ? "\"\(key)\" has no value: \"#\" starts a comment; put the value in quotes"
                : "\"\(key)\" has no value; write \"\" for an empty text"
        case .unknownVariable(let name, let known):
            "unknown variable \"\(name)\"\(Self.suggestion(for: name, among: known))"
        case .unclosedVariable:
            "\"${\" is not closed with \"}\"; write \"$${\" for the characters themselves"
        case .forbiddenYAML(let what):
            "\(what) are not allowed here; use \"include\" or \"vars\", or put the text in quotes"
        case .keyIsNoText:
            "a key must be a text"
        case .syntax(let words):
            words
        case .unreadableFile(let reason):
            "cannot read the file: \(reason)"
        case .includeCycle(let paths):
            "files include each other: \(paths.joined(separator: " -> "))"
        case .emptyFile:
            "the file has no scenario"
        }
    }

    private static func list(_ words: [String]) -> String { words.map { "\"\($0)\"" }.joined(separator: ", ") }

    private static func suggestion(for word: String, among known: [String], orList: Bool = true) -> String {
        let near = NearestName.all(of: word, among: known)
        if !near.isEmpty { return "; did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))?" }
        return orList && !known.isEmpty ? "; known here: \(known.joined(separator: ", "))" : ""
    }
}
