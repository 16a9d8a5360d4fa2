import Foundation
import Scenarios
import Testing

/// Bad scenario files beside what is said about them: `Golden/NAME.yaml` and `Golden/NAME.txt`.
@Suite struct ProblemMessageTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private static let names: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path()))?
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

    @Test("Every mistake of a file is reported at its place with what to do", arguments: names)
    func message(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
        let expected = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
        let result = ScenarioReader().read(text: text, path: "\(name).yaml")
        #expect(result.scenario == nil)
        #expect(ProblemPrinter(sources: result.sources).print(result.problems) == expected)
    }

    @Test("There are bad files to try")
    func files() { #expect(Self.names.count > 10) }
}
