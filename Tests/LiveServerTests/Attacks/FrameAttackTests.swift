import LiveEngine
import LiveProtocol
import TestSupport
import Testing

@testable import LiveServer

/// Frames and messages that are none, or too many; each ends its own socket at most, and is counted.
@Suite("Malformed frames and floods", .timeLimit(.minutes(20)))
struct FrameAttackTests {
    private func options(_ change: (inout ServerOptions) -> Void = { _ in }) -> ServerOptions {
        var options = ServerOptions()
        options.metrics = true
        change(&options)
        return options
    }

    /// What the figures say was refused.
    private func refused(_ server: LiveServer) async throws -> [String: Int] {
        let figures = try await RawClient.connect(to: server.address.port).request("/metrics")?.body ?? ""
        var refused: [String: Int] = [:]
        for line in figures.split(separator: "\n") where line.hasPrefix("viewfinder_refused_total{reason=\"") {
            let parts = line.split(separator: "\"")
            refused[String(parts[1])] = Int(parts[2].dropFirst(2))
        }
        return refused.filter { $0.value != 0 }
    }

    /// Bytes that are no frame, or no message.
    struct Malformed: CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var code: Int

        init(_ description: String, _ bytes: [UInt8], _ code: Int) {
            (testDescription, self.bytes, self.code) = (description, bytes, code)
        }

        init(_ text: String, _ code: Int) { self.init(text, RawClient.frame(Array(text.utf8)), code) }
    }

    private static let malformed = [
        Malformed("no UTF-8", RawClient.frame(opcode: 1, [0xFF, 0xFE]), 1007),
        Malformed("no JSON", 1007), Malformed("", 1007), Malformed("{}", 1007), Malformed("[1,2,3,4]", 1007),
        Malformed(#"["1","1",2,"event",{}]"#, 1007),
        Malformed("a million levels", RawClient.frame(Array(String(repeating: "[", count: 1_000_000).utf8)), 1007),
        Malformed("no bytes", RawClient.frame(opcode: 2, []), 1003),
        Malformed("bytes of another kind", RawClient.frame(opcode: 2, [9, 9, 9]), 1003),
        Malformed("bytes cut short", RawClient.frame(opcode: 2, [0, 200, 200, 200, 200, 1]), 1003),
        Malformed("no mask", RawClient.frame(Array("[]".utf8), isMasked: false), 1002),
        Malformed("an unknown kind", RawClient.frame(opcode: 3, []), 1002),
        Malformed("a continuation of nothing", RawClient.frame(opcode: 0, [1]), 1002),
        Malformed("a ping in pieces", RawClient.frame(opcode: 9, [1], isFinal: false), 1002),
        Malformed("a long ping", RawClient.frame(opcode: 9, [UInt8](repeating: 1, count: 126)), 1002),
        Malformed("reserved bits", [0xF1, 0x80, 1, 2, 3, 4], 1002),
        Malformed("one within another", RawClient.frame([1], isFinal: false) + RawClient.frame([1]), 1002),
        Malformed("100 MB", [0x81, 0xFF, 0, 0, 0, 0, 6, 0, 0, 0, 1, 2, 3, 4], 1009),
        Malformed("an exabyte", [0x81, 0xFF] + [UInt8](repeating: 0xFF, count: 8) + [1, 2, 3, 4], 1009),
    ]

    @Test(arguments: malformed)
    func `A frame that is none ends its socket with the code for it, and no other`(_ malformed: Malformed) async throws
    {
        try await withServer(options: options()) { server in
            let (honest, page) = (try await RawPage.open(on: server), try await RawPage.open(on: server))
            try await honest.join()
            try await page.join()
            try await page.client.send(malformed.bytes)
            #expect(await page.client.closeCode() == malformed.code)
            #expect(try await refused(server) == [malformed.code == 1009 ? "frame_too_large" : "malformed_frame": 1])
            #expect(try await honest.click("inc") == ["diff": ["0": "1"]])
        }
    }

    @Test func `A message in pieces may not be larger than one in one piece`() async throws {
        try await withServer(options: options { $0.limits.frame = 1000 }) { server in
            let page = try await RawPage.open(on: server)
            for index in 0..<3 {
                try await page.client.sendFrame(
                    opcode: index == 0 ? 1 : 0, [UInt8](repeating: 0x20, count: 400), isFinal: false)
            }
            #expect(await page.client.closeCode() == 1009)
        }
    }

    @Test func `Whatever bytes come, the server is there for others`() async throws {
        try await withServer(options: options()) { server in
            let honest = try await RawPage.open(on: server)
            try await honest.join()
            var generator = SeededGenerator(seed: 11)
            for round in 1...Campaign.rounds(usually: 40) {
                let page = try await RawPage.open(on: server)
                for message in [
                    #"["1","1","\#(page.tokens.topic)","phx_join",{"url":"http://localhost/","params":{},"session":""}]"#,
                    #"["1","2","\#(page.tokens.topic)","event",{"type":"click","event":"inc","value":{"value":""}}]"#,
                    #"["1","3","lvu:0","phx_join",{"token":"x"}]"#, #"[null,"4","phoenix","heartbeat",{}]"#,
                ] {
                    var frame = RawClient.frame(Array(message.utf8))
                    for _ in 0..<Int.random(in: 0...2, using: &generator) {
                        let index = Int.random(in: 0..<frame.count, using: &generator)
                        frame[index] = UInt8.random(in: .min ... .max, using: &generator)
                    }
                    // The socket may be closed already.
                    try? await page.client.send(frame)
                }
                await page.client.close()
                #expect(try await honest.click("inc") == ["diff": ["0": .string("\(round)")]])
            }
        }
    }

    @Test func `Who says nothing is left`() async throws {
        try await withServer(options: options { $0.limits.idleTime = .milliseconds(100) }) { server in
            let page = try await RawPage.open(on: server)
            #expect(await page.client.closeCode() == 1008)
            #expect(try await refused(server)["idle"] == 1)
        }
    }

    @Test func `Who does not read is left when too much waits`() async throws {
        let gate = BlockingView.Gate()
        let routes = Routes([Route("/") { ClockView() }, Route("/block") { BlockingView(gate: gate) }])
        try await withServer(routes, options: options { $0.limits.unsentBytes = 20_000 }) { server in
            let page = try await RawPage.open(on: server)
            try await page.client.setReading(false)
            // Pings are answered by the connection itself; each is small, and all together are too much.
            let ping = RawClient.frame(opcode: 9, [UInt8](repeating: 1, count: 120))
            let flood = Task {
                while !Task.isCancelled { try await page.client.send(Array((0..<500).map { _ in ping }.joined())) }
            }
            var isLeft = false
            while !isLeft {
                isLeft = try await refused(server)["slow_reader"] == 1
                if !isLeft { try await Task.sleep(for: .milliseconds(20)) }
            }
            flood.cancel()
            _ = await flood.result
        }
    }

    @Test func `While many messages wait, no more are read`() async throws {
        let gate = BlockingView.Gate()
        let routes = Routes([Route("/") { BlockingView(gate: gate) }])
        try await withServer(routes, options: options { $0.limits.waitingMessages = 4 }) { server in
            let page = try await RawPage.open(on: server)
            try await page.join()
            for _ in 0..<200 { try await page.push("pass") }
            for _ in 0..<200 { gate.open() }
            #expect(try await page.reply() == ["diff": ["0": "200"]])
        }
    }

    @Test func `A socket has so many views and no more`() async throws {
        try await withServer(options: options { $0.limits.joins = 1 }) { server in
            let (page, other) = (try await RawPage.open(on: server), try await RawPage.open(on: server))
            try await page.join()
            let refusal = try await page.join(topic: other.tokens.topic, session: other.tokens.session)
            #expect(refusal?["message"] == "the socket has 1 views, and may have no more")
            #expect(try await refused(server) == ["too_many_joins": 1])
            // The one that is there may be joined anew, and another one when it was left.
            #expect(try await page.join()?["rendered"] != nil)
        }
    }
}
