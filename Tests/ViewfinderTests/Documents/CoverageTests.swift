import Foundation
import TestSupport
import Testing

/// `Tests/Coverage.md` names tests by file and sentence; here they are looked for.
@Suite struct CoverageTests {
    @Test func `every test and every scenario that the table names is there`() throws {
        let tests = Checkout.root.appending(path: "Tests")
        let table = try String(contentsOf: tests.appending(path: "Coverage.md"), encoding: .utf8)
        var texts: [String: String] = [:]
        var (file, count) = ("", 0)
        for match in table.matches(of: /`(?<file>[\w\/+-]+\.(?:swift|yaml|md))`|"(?<name>[^"\n]+)"/) {
            if let name = match.output.file {
                file = String(name)
                let folder = file.hasSuffix(".yaml") ? Checkout.root : tests
                texts[file] = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            } else if let name = match.output.name {
                count += 1
                #expect(texts[file]?.contains(name) == true, "\(file) has no test \"\(name)\"")
            }
        }
        #expect(count > 100)
    }
}
