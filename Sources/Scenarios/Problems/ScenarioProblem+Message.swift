import Basics
import LiveProtocol
import TextLayout

extension ScenarioProblem {
    private static let shownLimit = 12
    private static let knownLimit = 40

    /// The problem in one line, fit to be printed whatever it quotes.
    package var message: String {
        switch kind {
        case .unknownKey(let key, let context, let known):
            "unknown key \(Self.quoted(key)) in \(context)\(Self.suggestion(for: key, among: known))"
        case .unknownStep(let name, let known):
            "unknown step \(Self.quoted(name))\(Self.suggestion(for: name, among: known))"
        case .missingKey(let key, let context):
            "\(context) needs \"\(key)\""
        case .missingChoice(let keys, let context):
            "\(context) needs one of \(Self.list(keys))"
        case .severalChoices(let keys, let context):
            "\(context) takes only one of \(Self.list(keys)); these are \(keys.count)"
        case .duplicateKey(let key):
            "\(Self.quoted(key)) stands here twice"
        case .wrongShape(let expected, let found):
            "expected \(expected), found \(found)"
        case .invalidText(let text, let expected, let reason):
            "expected \(expected), found \(Self.quoted(text))\(reason.map { ": \(ReadableText.line($0, limit: 400))" } ?? "")"
        case .unknownWord(let word, let allowed):
            "\(Self.quoted(word)) is none of \(Self.list(allowed))\(Self.suggestion(for: word, among: allowed, orList: false))"
        case .outOfRange(let number, let allowed):
            "expected a number from \(allowed.lowerBound) to \(allowed.upperBound), found \(number)"
        case .emptyValue(let key, let startsComment):
            startsComment
                ? "\(Self.quoted(key)) has no value: \"#\" starts a comment; put the value in quotes"
                : "\(Self.quoted(key)) has no value; write \"\" for an empty text"
        case .unknownVariable(let name, let known):
            "unknown variable \(Self.quoted(name))\(Self.suggestion(for: name, among: known))"
        case .unclosedVariable:
            "\"${\" is not closed with \"}\"; write \"$${\" for the characters themselves"
        case .forbiddenYAML(let what):
            "\(what) are not allowed here; use \"include\" or \"vars\", or put the text in quotes"
        case .keyIsNoText:
            "a key must be a text"
        case .syntax(let words):
            ReadableText.line(words)
        case .unreadableFile(let reason):
            "cannot read the file: \(ReadableText.line(reason))"
        case .includeCycle(let paths):
            "files include each other: \(paths.map { ReadableText.quote($0) }.joined(separator: " -> "))"
        case .emptyFile:
            "the file has no scenario"
        case .tooMuch(let limit, let what):
            "more than \(limit) \(what)"
        case .emptyText:
            "an empty text is on every page; say what is expected"
        case .nothingAsked(let step):
            "this \"\(step)\" asks for nothing; see what it takes, or remove it"
        case .emptySteps:
            "there are no steps; say what happens, such as \"- open: /\""
        case .lineOfFolder(let line):
            "it is a folder and has no line \(line); name a file"
        case .noCaseAtLine(let line, let last, let rows):
            "no case stands at line \(line); the file has \(last) lines"
                + (rows.isEmpty
                    ? "" : ", and rows at \(rows.prefix(Self.shownLimit).map(String.init).joined(separator: ", "))")
                + (rows.count > Self.shownLimit ? " and more" : "")
        case .unknownTag(let tag, let known):
            "no scenario has the tag \(Self.quoted(tag))\(Self.suggestion(for: tag, among: known))"
        case .unknownName(let name):
            "no case has \(Self.quoted(name)) in its path or title"
        }
    }

    private static func quoted(_ text: String) -> String { "\"\(ReadableText.quote(text))\"" }

    private static func list(_ words: [String]) -> String { words.map(quoted).joined(separator: ", ") }

    private static func suggestion(for word: String, among known: [String], orList: Bool = true) -> String {
        let near = NearestName.all(of: word, among: known)
        if !near.isEmpty {
            return "; did you mean \(near.prefix(Self.shownLimit).map(quoted).joined(separator: " or "))?"
        }
        guard orList, !known.isEmpty else { return "" }
        let names = known.prefix(Self.knownLimit).map { ReadableText.quote($0) }.joined(separator: ", ")
        return "; known here: \(names)\(known.count > Self.knownLimit ? " and more" : "")"
    }
}
