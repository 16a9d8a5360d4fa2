import Testing

@testable import Markup
@testable import Templates

/// Cases recorded from Jinja2, where the folder `shared` lies beside the checkout.
enum Oracle {
    static let file: CaseFile? = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return CaseFile(
            path: (parts.dropLast(3) + ["..", "shared", "oracle", "templates", "cases.json"]).joined(separator: "/"))
    }()

    static let cases = file?.cases ?? []
    static let includes = file?.includes ?? [:]
    static let groups = file?.groups ?? []

    /// Cases whose error has a better place here: the tag that is never closed, instead of the file's last token.
    static let betterLines = ["error_syntax-002": 3]
}

@Suite(.enabled(if: Oracle.file != nil, "the recorded cases are not beside the checkout"))
struct OracleTests {
    @Test func `there are as many cases as were recorded`() {
        #expect(Oracle.cases.count == 755)
    }

    @Test(arguments: Oracle.groups) func `the group prints what was recorded`(group: String) {
        for item in Oracle.cases where item.group == group {
            var expected = item.expected
            if case .error(let isSyntax, let file, _, let at) = expected, let line = Oracle.betterLines[item.id] {
                expected = .error(isSyntax: isSyntax, file: file, line: line, reachedFrom: at)
            }
            #expect(item.outcome(with: Oracle.includes) == expected, "\(item.id): \(item.template)")
            #expect(item.htmlOutcome(with: Oracle.includes) == expected, "HTML alone of \(item.id): \(item.template)")
        }
    }
}

extension OracleTests {
    @Test func `rendering a case again from the same library changes nothing`() throws {
        for item in Oracle.cases {
            guard case .html = item.expected else { continue }
            let library = item.library(with: Oracle.includes)
            let first = try library.render(RecordedCase.mainName, context: item.context)
            let second = try library.render(RecordedCase.mainName, context: item.context)
            var writer = DiffWriter(statics: StaticsTable())
            _ = writer.whole(first)
            #expect(writer.changes(from: first, to: second) == nil, "\(item.id)")
        }
    }
}
