import Foundation
import TestSupport
import Testing

/// Served views in a real browser, where one is installed.
@Suite(.enabled(if: Chromium.path != nil && ServeProgram.path != nil, "needs chromium"), .serialized)
struct BrowserTests {
    /// The document as the browser has it in the end.
    private func document(at address: String) throws -> String {
        let profile = NSTemporaryDirectory() + "viewfinder-browser-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: profile) }
        return try Command.run(
            try #require(Chromium.path),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile)",
                "--virtual-time-budget=8000", "--dump-dom", address,
            ]
        ).output
    }

    @Test func `A view is there without Phoenix's client`() throws {
        let server = try ServeProgram()
        let html = try document(at: "\(server.origin)/settings")
        #expect(html.contains("<h1>Settings</h1>"))
        #expect(html.contains("phx-submit=\"save\""))
        #expect(!html.contains("phx-connected"))
    }

    @Test(
        .enabled(if: Chromium.clientFolder != nil, "needs Phoenix's client: VIEWFINDER_CLIENT_JS names its folder"))
    func `Phoenix's own client joins it`() throws {
        let server = try ServeProgram("--client-js", Chromium.clientFolder ?? "")
        // The browser's own time runs ahead of the server's, now and then too far.
        let isConnected = try (0..<10).contains { _ in
            try document(at: "\(server.origin)/settings").contains("phx-connected")
        }
        #expect(isConnected)
        #expect(server.log.contains("socket opened"))
    }
}

private enum Chromium {
    static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Phoenix's own client, in the folder that `VIEWFINDER_CLIENT_JS` names.
    static let clientFolder = ProcessInfo.processInfo.environment["VIEWFINDER_CLIENT_JS"]
}
