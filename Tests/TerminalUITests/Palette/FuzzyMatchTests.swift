import Testing

@testable import TerminalUI

@Suite struct FuzzyMatchTests {
    static let matches: [(typed: String, text: String, places: [Int]?)] = [
        ("", "anything", []), ("rp", "reload the page", [0, 11]), ("RP", "reload the page", [0, 11]),
        ("load", "reload the page", [2, 3, 4, 5]), ("xyz", "reload", nil), ("pr", "reload the page", nil),
        ("se ti", "/settings", [1, 2, 3, 5]), ("ß", "straße", [4]),
    ]

    @Test("Letters are found in their order", arguments: matches)
    func finds(typed: String, text: String, places: [Int]?) {
        #expect(FuzzyMatch(typed, in: text)?.places == places)
    }

    static let orders: [(typed: String, better: String, worse: String)] = [
        ("set", "/settings", "select text"), ("pd", "a page down", "the inspector a page up, or down"),
        ("help", "help", "show the keys that help"), ("ho", "to the home page", "show or hide"),
    ]

    @Test("What begins words, and stands together, comes first", arguments: orders)
    func ranks(typed: String, better: String, worse: String) throws {
        let one = try #require(FuzzyMatch(typed, in: better))
        #expect(FuzzyMatch(typed, in: worse).map { $0.score < one.score } ?? true)
    }
}
