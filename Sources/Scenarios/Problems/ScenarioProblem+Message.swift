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
        case .unusableName(let name, let reason):
            "a variable cannot be called \(Self.quoted(name)): \(reason)"
        case .noEffect(let name, let reason):
            "\(Self.quoted(name)) has no effect: \(reason)"
        case .unusedVariable(let name):
            "nothing uses the variable \(Self.quoted(name))"
        case .closedEnvironment(let name):
            "the environment is closed to scenarios; open this variable with --allow-env \(ReadableText.quote(name))"
        case .missingEnvironment(let name):
            "the environment has no variable \(Self.quoted(name))"
        case .readWhileRunning(let names, let expected):
            "expected \(expected) that is known before anything runs; \(Self.list(names)) is read from the page"
        case .valueInText(let name, let found):
            "the variable \(Self.quoted(name)) is \(found), which cannot stand within a text"
        case .raggedRow(let cells, let columns):
            "this row has \(cells) \(cells == 1 ? "cell" : "cells"), and the first line has \(columns) "
                + (columns == 1 ? "name" : "names")
        case .sameCase(let name):
            "another case is called \(Self.quoted(name)), too; snapshots and filters could not tell them apart"
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
        case .includedScenario:
            "this file has a \"scenario\" of its own and cannot be included; move the steps that others need to a file "
                + "without one"
        case .partAlone:
            "this file has no \"scenario\", so it is a part, which runs where other files include it; no file here does; "
                + "include it, or give it a \"scenario\""
        case .foreignEncoding(let name):
            "the file is \(name); save it as UTF-8"
        case .invalidByte(let byte):
            "the byte \(Self.hexadecimal(byte)) is no UTF-8; save the file as UTF-8"
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
        case .selectorTarget(_, let better?):
            "nobody sees what a selector says; better, if it is the only one: \(ReadableText.line(better))"
        case .selectorTarget(_, nil):
            "nobody sees what a selector says; better are label, role with named, name, flash or text, where one will do"
        case .missingModeline(let line):
            "editors do not know this file's schema; begin it with the line \"\(ReadableText.line(line))\""
        case .outdatedSchema:
            "the schema is that of another version; write it anew with \"scenario schema\""
        case .unusedSnapshot:
            "no step names this snapshot; remove it, or let --prune do so"
        case .unreachedFile:
            "no scenario has its rows from this table"
        case .emptyFolder:
            "there is no scenario here"
        case .unusedTable:
            "no scenario in its folder or below has this as its table"
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

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }

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
