import Foundation
import TestSupport
import Testing

/// Scenario files, run against a real pyview as users run them.
@Suite(.enabled(if: PyviewServer.isAvailable && Program("viewfinder-web").path != nil, PyviewServer.reason))
struct PyviewScenarioTests {
    private static let folder = Checkout.root.appendingPathComponent("Tests/Servers/pyview/Scenarios").path

    @Test func `Every scenario of the pyview pages passes`() throws {
        let server = try PyviewServer()
        let outcome = try Program("viewfinder-web").run("test", Self.folder, "--url", server.origin)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
            $0.hasSuffix(".yaml") && $0 != "servers.yaml"
        }
        #expect(outcome.output.contains("\(files.count) passed, 0 failed"))
    }

    @Test func `An expectation that does not come true fails after its time, and shows the frame`() throws {
        let server = try PyviewServer()
        let file = NSTemporaryDirectory() + "viewfinder-\(UUID().uuidString).yaml"
        defer { try? FileManager.default.removeItem(atPath: file) }
        try """
        scenario: Somebody else's words
        steps:
          - open: /settings
          - expect: { text: never said, within: 300ms }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try Program("viewfinder-web").run("test", file, "--url", server.origin)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("never said"))
        #expect(outcome.output.contains("[ Save ]"))
    }
}
