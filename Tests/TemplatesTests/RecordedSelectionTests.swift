import Testing

@testable import Templates

/// A selection of cases recorded from Jinja2 3.1.6, which is part of this repository.
@Suite struct RecordedSelectionTests {
    private static let file: CaseFile? = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return CaseFile(path: (parts.dropLast() + ["Recorded", "cases.json"]).joined(separator: "/"))
    }()

    /// Cases whose error has a better place here than the last token of the file.
    private static let betterLines: [String: Int] = [:]

    @Test func `the selection can be read`() throws {
        #expect(try #require(Self.file).cases.count == 290)
    }

    @Test(arguments: file?.groups ?? []) func `the group prints what was recorded`(group: String) throws {
        let file = try #require(Self.file)
        for item in file.cases where item.group == group {
            var expected = item.expected
            if case .error(let isSyntax, let name, _, let at) = expected, let line = Self.betterLines[item.id] {
                expected = .error(isSyntax: isSyntax, file: name, line: line, reachedFrom: at)
            }
            #expect(item.outcome(with: file.includes) == expected, "\(item.id): \(item.template)")
            #expect(item.htmlOutcome(with: file.includes) == expected, "HTML alone of \(item.id): \(item.template)")
        }
    }
}
