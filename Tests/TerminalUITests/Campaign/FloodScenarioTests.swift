import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Program("Rogue").path != nil, Product.reason))
struct FloodScenarioTests {
    @Test(
        "A scenario over a view that floods ends with the reason",
        arguments: [
            ("sends", "click: { css: button }"), ("silent", "click: { css: button }"),
            ("visible", "click: { css: button }"), ("timers", "advance: 1s"), ("once", "click: { css: button }"),
        ])
    func flood(_ flood: String, step: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "flood-\(flood)-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = """
            scenario: A flood
            steps:
              - open: /floods/\(flood)
              - click: { css: button }
              - advance: 1s

            """
        try text.write(to: file, atomically: true, encoding: .utf8)
        let outcome = try Program("Rogue").run("test", file.path)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(": \(step)"), "\(outcome.output)")
        #expect(
            outcome.output.contains("failed-info: ") || outcome.output.contains("endless-work: "), "\(outcome.output)")
        #expect(outcome.output.contains("0 passed, 1 failed"))
    }
}
