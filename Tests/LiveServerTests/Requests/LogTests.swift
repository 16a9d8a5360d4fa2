import LiveEngine
import Logging
import Synchronization
import Testing

@testable import LiveServer

@Suite("The log", .timeLimit(.minutes(20)))
struct LogTests {
    /// Keeps what is logged.
    private struct Keeper: LogHandler {
        final class Lines: Sendable {
            private let lines = Mutex<[String]>([])

            var all: [String] { lines.withLock { $0 } }

            func append(_ line: String) { lines.withLock { $0.append(line) } }
        }

        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) { lines.append("\(event.message)") }
    }

    @Test func `Each request and each socket has a line, without queries and without what could forge one`()
        async throws
    {
        let lines = Keeper.Lines()
        var options = ServerOptions()
        options.logger = Logger(label: "test") { _ in Keeper(lines: lines) }
        try await withServer(options: options) { server in
            let client = try await RawClient.connect(to: server.address.port)
            _ = try await client.request("/nowhere/%0A?token=secret")
            _ = try await client.request("GET", "/", headers: ["Host: evil.example\u{9b}31m"])
            let page = try await RawPage.open(on: server)
            try await page.join()
            try await page.click("inc")
            await page.client.close()
            try await eventually { lines.all.contains { $0.hasPrefix("socket closed") } }
        }
        let all = lines.all
        #expect(all.contains { $0.hasPrefix("GET /nowhere/%0A 404 ") && $0.hasSuffix(" 127.0.0.1") })
        #expect(all.contains("refused 127.0.0.1: foreign_host: evil.example\u{FFFD}31m"))
        #expect(all.contains { $0.hasPrefix("GET / 200 ") && $0.contains(" bytes ") })
        #expect(all.contains("socket opened 127.0.0.1"))
        #expect(all.contains { $0.hasPrefix("socket closed 127.0.0.1 after ") && $0.hasSuffix(" 1 events") })
        #expect(
            !all.contains { line in
                line.contains("secret")
                    || line.unicodeScalars.contains { $0.value < 32 || (127..<160).contains($0.value) }
            })
    }
}
