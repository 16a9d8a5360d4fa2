import LiveProtocol
import Scenarios
import Testing

@testable import TerminalUI

/// The article on watching and playing says what the code does.
@Suite struct WatchingArticleTests {
    private let article = Article("WatchingAndPlaying.md")

    private static func rows<Action>(_ rows: [KeyRow<Action>]) -> [String] {
        rows.map { row in "\(row.keys.map { "`\($0.name)`" }.joined(separator: " ")) \(row.does)" }
    }

    @Test func `every key of the player is described`() throws {
        let rows = try #require(article).rows(under: "The keys of the player")
        #expect(rows.map { "\($0[0]) \($0[1])" } == Self.rows(PlayerKeyMap.rows))
    }

    @Test func `every key of the watch is described`() throws {
        let rows = try #require(article).rows(under: "The keys while watching")
        #expect(rows.map { "\($0[0]) \($0[1])" } == Self.rows(WatchKeyMap.rows))
    }

    @Test func `the lines of a trace are shown as they are read`() throws {
        let text = try #require(article?.code(in: "json").first)
        let trace = try Trace(text: text, path: "article")
        #expect(trace.steps.count == 2)
        #expect(trace.steps[1].flash["error"] == "Name cannot be blank.")
        #expect(TracePictures(of: trace).frame(after: 1).text(ofRow: 4).hasPrefix("│ Name cannot be blank."))
    }

    @Test func `every key of a trace's lines is described`() throws {
        let article = try #require(article)
        let text = try #require(article.code(in: "json").first)
        let described = article.rows(under: "The file of a trace").compactMap(\.first)
        for line in text.split(separator: "\n") {
            guard case .object(let members) = try JSONValue(parsing: line) else { continue }
            for key in members.keys { #expect(described.contains("`\(key)`"), "\(key)") }
        }
    }
}
