import Foundation

@testable import HTMLTree

/// One case of a tokenizer file.
struct TokenizerCase {
    let description: String
    let input: String
    let initialModels: [ContentModel]
    let lastStartTag: String
    /// The tokens as `TokenizerTests` writes them.
    let expected: [String]

    static func cases(in file: Data) throws -> [TokenizerCase] {
        let members = try JSONSerialization.jsonObject(with: file) as? [String: Any]
        return (members?["tests"] as? [[String: Any]] ?? []).map(TokenizerCase.init)
    }

    private init(_ members: [String: Any]) {
        let isDoubleEscaped = members["doubleEscaped"] as? Bool ?? false
        func text(_ value: Any?) -> String? {
            (value as? String).map { isDoubleEscaped ? Self.unescape($0) : $0 }
        }
        description = members["description"] as? String ?? ""
        input = text(members["input"]) ?? ""
        lastStartTag = members["lastStartTag"] as? String ?? ""
        initialModels = (members["initialStates"] as? [String] ?? ["Data state"]).map(Self.model(of:))
        expected = (members["output"] as? [[Any]] ?? []).map { token in
            switch token.first as? String {
            case "StartTag":
                let attributes = (token[2] as? [String: Any] ?? [:]).map { (text($0.key) ?? "", text($0.value) ?? "") }
                return TokenLine.startTag(
                    text(token[1]) ?? "", attributes, isSelfClosing: token.count > 3)
            case "EndTag": return TokenLine.endTag(text(token[1]) ?? "")
            case "Comment": return TokenLine.comment(text(token[1]) ?? "")
            case "Character": return TokenLine.characters(text(token[1]) ?? "")
            case "DOCTYPE":
                return TokenLine.doctype(
                    text(token[1]), text(token[2]), text(token[3]), isCorrect: token[4] as? Bool ?? false)
            default: return "unknown token \(token)"
            }
        }
    }

    private static func model(of state: String) -> ContentModel {
        switch state {
        case "PLAINTEXT state": .plaintext
        case "RCDATA state": .escapableRawText
        case "RAWTEXT state": .rawText
        case "Script data state": .script
        case "CDATA section state": .characterData
        default: .data
        }
    }

    /// Replaces `\uHHHH`; halves of a surrogate pair, which UTF-8 cannot hold, become U+FFFD where they are alone.
    private static func unescape(_ text: String) -> String {
        var units: [UInt16] = []
        var rest = Array(text.utf16)[...]
        while let unit = rest.first {
            let digits = String(decoding: rest.dropFirst(2).prefix(4), as: UTF16.self)
            if unit == 0x5C, rest.dropFirst().first == 0x75, let value = UInt16(digits, radix: 16) {
                units.append(value)
                rest = rest.dropFirst(6)
            } else {
                units.append(unit)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
