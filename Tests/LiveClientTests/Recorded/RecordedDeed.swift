import LiveProtocol

/// What a person did once in the page of a recorded session, and what came of it.
struct RecordedDeed {
    /// One statement of the browser's script that did it.
    enum Statement: Equatable {
        case click(Target)
        /// Names an element for later statements.
        case let_(String, Target)
        case focus(String)
        case setValue(String, String)
        case input(String)
        /// The connection is lost.
        case lose
        /// No new connection succeeds.
        case stayLost
        indirect case later(milliseconds: Int, Statement)
    }

    enum Target: Equatable {
        case selector(String)
        /// The button with this text.
        case button(String)
    }

    struct Unknown: Error {
        var statement: String
    }

    var session: String
    var messageCount: Int
    var statements: [Statement]
    var mainClasses: String
    var bodyClasses: String
    var focus: String
    /// Pairs of the message's name and its payload.
    var pushes: JSONValue

    init(parsing text: String) throws {
        let value = try JSONValue(parsing: text)
        session = value["session"]?.string ?? ""
        messageCount = value["messages_after_join"]?.integer ?? 0
        mainClasses = value["main_class"]?.string ?? ""
        pushes = value["pushed"] ?? []
        let root = (value["root"]?.string ?? "").split(separator: "|").map { $0.trimmingSpaces() }
        bodyClasses = root.first { $0.hasPrefix("body class=") }.map { String($0.dropFirst("body class=".count)) } ?? ""
        focus = root.first { $0.hasPrefix("focus=") }.map { String($0.dropFirst("focus=".count)) } ?? ""
        statements = try Self.statements(in: value["deed"]?.string ?? "")
    }

    /// Reads a script of the few forms that recordings use.
    static func statements(in script: String) throws -> [Statement] {
        var statements: [Statement] = []
        for text in split(script) {
            if let statement = try statement(text) { statements.append(statement) }
        }
        return statements
    }

    /// The statements of a script: what stands between semicolons outside of parentheses.
    private static func split(_ script: String) -> [String] {
        var parts = [""]
        var depth = 0
        for character in script {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ";", depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.trimmingSpaces() }.filter { !$0.isEmpty }
    }

    private static func statement(_ text: String) throws -> Statement? {
        if let match = text.wholeMatch(of: /(?:q|button)\('.*?'\)\.click\(\)/) {
            return .click(try target(String(match.0.dropLast(".click()".count))))
        }
        if let match = text.wholeMatch(of: /const (\w+) = (.*)/) {
            return .let_(String(match.1), try target(String(match.2)))
        }
        if let match = text.wholeMatch(of: /setTimeout\(\(\) => (.*), (\d+)\)/) {
            guard let milliseconds = Int(match.2), let inner = try statement(String(match.1)) else {
                throw Unknown(statement: text)
            }
            return .later(milliseconds: milliseconds, inner)
        }
        if let match = text.wholeMatch(of: /(\w+)\.focus\(\)/) { return .focus(String(match.1)) }
        if let match = text.wholeMatch(of: /(\w+)\.value = '(.*)'/) {
            return .setValue(String(match.1), String(match.2))
        }
        if let match = text.wholeMatch(of: /(\w+)\.dispatchEvent\(new Event\('input', \{ ?bubbles: true ?\}\)\)/) {
            return .input(String(match.1))
        }
        if text == "RS.dead = true" { return .stayLost }
        if text.hasPrefix("RS.last.readyState = ") { return nil }
        if text.hasPrefix("RS.last.onclose(") { return .lose }
        throw Unknown(statement: text)
    }

    private static func target(_ text: String) throws -> Target {
        if let match = text.wholeMatch(of: /q\('(.*)'\)/) { return .selector(String(match.1)) }
        if let match = text.wholeMatch(of: /button\('(.*)'\)/) { return .button(String(match.1)) }
        throw Unknown(statement: text)
    }
}

extension StringProtocol {
    fileprivate func trimmingSpaces() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
