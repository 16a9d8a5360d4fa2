import Foundation
import Testing

@testable import HTMLTree

/// The public tokenizer tests.
@Suite(.enabled(if: SharedFiles.arePresent, "no conformance tests beside the checkout"))
struct TokenizerTests {
    /// Files whose rules are not those of an HTML parser.
    static let exceptions = [
        "xmlViolation.test": "asks for names and characters that XML allows, which only XML tools want"
    ]

    static let files = SharedFiles.names(in: "tokenizer", extension: "test").filter { exceptions[$0] == nil }

    @Test("the tokens of a conformance file are read", arguments: files)
    func readsTokens(file: String) throws {
        let cases = try TokenizerCase.cases(in: SharedFiles.contents(of: file, in: "tokenizer"))
        for test in cases {
            for model in test.initialModels {
                var tokenizer = Tokenizer(Array(test.input.utf8))
                tokenizer.contentModel = model
                tokenizer.lastStartTagName = Array(test.lastStartTag.utf8)
                #expect(TokenLine.lines(of: tokenizer) == test.expected, "\(file), \(model): \(test.description)")
            }
        }
    }
}
