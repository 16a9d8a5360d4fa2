import LiveEngine
import LiveProtocol
import Testing

@testable import LiveServer

@Suite("Pages and sockets", .timeLimit(.minutes(1)))
struct ServingTests {
    @Test func `A page is joined and clicked over its socket`() async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            let joined = try await page.join()
            #expect(joined?["rendered"]?["0"] == "0")
            #expect(try await page.click("inc") == ["diff": ["0": "1"]])
            #expect(try await page.click("inc") == ["diff": ["0": "2"]])
        }
    }

    @Test func `Heartbeats are answered`() async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            try await page.client.sendFrame(#"[null,"7","phoenix","heartbeat",{}]"#)
            let answer = await page.client.frame()
            #expect(answer?.text == #"[null,"7","phoenix","phx_reply",{"status":"ok","response":{}}]"#)
        }
    }
}
