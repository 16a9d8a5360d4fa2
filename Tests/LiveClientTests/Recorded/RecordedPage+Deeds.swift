import HTMLTree
import LiveProtocol
import RecordedSessions
import Testing

@testable import LiveClient

extension RecordedPage {
    /// Does what a script does, and lets 2.7 seconds pass.
    func perform(_ statements: [RecordedDeed.Statement]) throws {
        var names: [String: RecordedDeed.Target] = [:]
        var values: [String: String] = [:]
        var passed = 0
        for statement in statements {
            try perform(statement, &names, &values, passed: &passed)
            client.settle()
        }
        advance(by: 2_700 - passed)
    }

    private func perform(
        _ statement: RecordedDeed.Statement, _ names: inout [String: RecordedDeed.Target],
        _ values: inout [String: String], passed: inout Int
    ) throws {
        switch statement {
        case .click(let target): client.dispatchClick(try element(target))
        case .let_(let name, let target): names[name] = target
        case .focus(let name): client.focus(try element(names[name]))
        case .setValue(let name, let value): values[name] = value
        case .input(let name): client.input(values[name] ?? "", into: try element(names[name]))
        case .lose: host.transports.last?.isConnected = false
        case .stayLost: host.acceptsConnections = false
        case .later(let milliseconds, let inner):
            advance(by: milliseconds - passed)
            passed = milliseconds
            try perform(inner, &names, &values, passed: &passed)
        }
    }

    private func element(_ target: RecordedDeed.Target?) throws -> NodeID {
        let document = client.document
        switch try #require(target) {
        case .selector(let text):
            return try #require(document.first(try Selector(text), below: document.root), "no element \(text)")
        case .button(let text):
            let buttons = document.elements(below: document.root).filter { document.name(of: $0) == "button" }
            let named = buttons.first {
                document.textContent(of: $0).split(whereSeparator: \.isWhitespace).joined(separator: " ") == text
            }
            return try #require(named, "no button \(text)")
        }
    }

    /// What was pushed since the first `count` messages, as pairs of name and payload.
    func pushes(after count: Int) throws -> JSONValue {
        let frames = host.transports.flatMap(\.sent).dropFirst(count)
        return .array(
            try frames.compactMap { frame -> JSONValue? in
                if case .join = frame.message { return nil }
                guard case .array(let parts) = try JSONValue(parsing: frame.json) else { return nil }
                return [parts[3], parts[4]]
            })
    }
}
