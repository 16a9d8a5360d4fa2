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

    @Test func `What goes with requests is for servers elsewhere only, and a socket has its path`() throws {
        let server = try PyviewServer()
        let file = Self.folder + "/late.yaml"
        let program = Program("viewfinder-web")
        #expect(try program.run("test", file, "--url", server.origin, "--socket", "/live").status == 0)
        let wrong = try program.run("test", file, "--url", server.origin, "--socket", "/nowhere")
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("the server refused the socket at /nowhere/websocket"))
        let alone = try program.run("test", file, "--cookie", "a=b")
        #expect(alone.status == 2)
        #expect(alone.errors.contains("go with --url or --compare"))
    }
}
