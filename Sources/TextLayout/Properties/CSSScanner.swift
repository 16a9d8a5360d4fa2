import Basics

/// Walks over the bytes of a style sheet: blanks, comments, strings, brackets.
struct CSSScanner {
    private let bytes: [UInt8]
    /// The byte that is looked at.
    private(set) var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func advance() { place = min(place + 1, bytes.count) }

    mutating func skipBlanks() {
        while place < bytes.count {
            if bytes[place].isASCIISpace {
                place += 1
            } else if startsComment {
                skipComment()
            } else {
                return
            }
        }
    }

    /// What stands before the next `{`, `;` or `}` outside of strings and brackets, trimmed.
    mutating func takePrelude() -> String { take { $0 == "{" || $0 == ";" || $0 == "}" } }

    /// Passes over a `{` and all up to the `}` that belongs to it.
    mutating func skipBlock() {
        var depth = 0
        while let byte = peek {
            switch UnicodeScalar(byte) {
            case "\"", "'":
                skipString()
                continue
            case "/" where startsComment:
                skipComment()
                continue
            case "{": depth += 1
            case "}": depth -= 1
            default: break
            }
            advance()
            if depth <= 0 { return }
        }
    }

    /// Splits at a separator outside of strings and brackets; parts are trimmed, empty ones left out.
    static func split(_ text: String, at separator: UnicodeScalar) -> [String] {
        var scanner = CSSScanner(text)
        var parts: [String] = []
        while scanner.peek != nil {
            let part = scanner.take { $0 == separator }
            if !part.isEmpty { parts.append(part) }
            scanner.advance()
        }
        return parts
    }

    /// The words of a value; a function with its arguments is one.
    static func words(_ text: String) -> [String] {
        var scanner = CSSScanner(text)
        var words: [String] = []
        while scanner.peek != nil {
            let word = scanner.take { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\u{C}" }
            if !word.isEmpty { words.append(word) }
            scanner.advance()
        }
        return words
    }

    private mutating func take(until isEnd: (UnicodeScalar) -> Bool) -> String {
        var taken: [UInt8] = []
        var depth = 0
        while let byte = peek {
            let scalar = UnicodeScalar(byte)
            if depth == 0, isEnd(scalar) { break }
            switch scalar {
            case "\"", "'":
                let start = place
                skipString()
                taken += bytes[start..<place]
                continue
            case "/" where startsComment:
                skipComment()
                continue
            case "(", "[": depth += 1
            case ")", "]": depth = max(0, depth - 1)
            // A bracket that is never closed must not swallow the sheet.
            case "{", "}": depth = 0
            default: break
            }
            if depth == 0, isEnd(scalar) { break }
            taken.append(byte)
            advance()
        }
        while let last = taken.last, last.isASCIISpace { taken.removeLast() }
        return String(decoding: taken.drop(while: \.isASCIISpace), as: UTF8.self)
    }

    private var startsComment: Bool {
        place + 1 < bytes.count && bytes[place] == UInt8(ascii: "/") && bytes[place + 1] == UInt8(ascii: "*")
    }

    private mutating func skipComment() {
        place += 2
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "*"), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") {
                place += 2
                return
            }
            place += 1
        }
    }

    private mutating func skipString() {
        let quote = bytes[place]
        place += 1
        while place < bytes.count, bytes[place] != quote {
            // A string ends with its line, closed or not.
            if bytes[place] == UInt8(ascii: "\n") { return }
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place + 1, bytes.count)
    }

}
