import LiveEngine
import LiveProtocol
import Testing

@testable import LiveServer

@Suite("Pages and sockets", .timeLimit(.minutes(20)))
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

    @Test(
        arguments: [
            (#"["1","2","lv:nowhere","event",{"type":"click","event":"inc","value":{}}]"#, "unmatched topic"),
            (#"["1","2","rooms:1","phx_join",{}]"#, "unmatched topic"),
            (#"[null,"2","phoenix","shout",{}]"#, "unmatched topic"),
            (#"["1","2","lv:nowhere","dance",{}]"#, "unmatched topic"),
        ] as [(String, String)])
    func `What is for no view is answered as Phoenix does`(message: String, reason: String) async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            try await page.client.sendFrame(message)
            let answer = try await page.message()
            #expect(answer?[4] == ["status": "error", "response": ["reason": .string(reason)]])
        }
    }

    @Test func `A view that is told what no view knows ends, and no other of its socket`() async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            try await page.join()
            try await page.send("dance", [:])
            let end = try await page.message()
            #expect(end?[3] == "phx_error")
            #expect(end?[0] == "2")
            #expect(try await page.click("inc") == ["reason": "unmatched topic"])
        }
    }

    @Test func `Two people in one room see and hear each other`() async throws {
        let book = RoomView.Book()
        try await withServer(Routes([Route("/") { RoomView(book: book) }])) { server in
            let (ann, bob) = (try await RawPage.open(on: server), try await RawPage.open(on: server))
            try await ann.join("/?name=ann")
            try await bob.join("/?name=bob")
            #expect(try await ann.next("diff")?["0"] == "ann bob")
            try await bob.click("say", value: ["words": "hello"])
            #expect(try await ann.next("diff")?["1"] == "hello")
        }
    }

    @Test func `Who is cut off has left the room`() async throws {
        let book = RoomView.Book()
        try await withServer(Routes([Route("/") { RoomView(book: book) }])) { server in
            let (ann, bob) = (try await RawPage.open(on: server), try await RawPage.open(on: server))
            try await ann.join("/?name=ann")
            try await bob.join("/?name=bob")
            #expect(try await ann.next("diff")?["0"] == "ann bob")
            await bob.client.close()
            #expect(try await ann.next("diff")?["0"] == "ann")
            #expect(book.left == ["bob"])
        }
    }

    @Test func `Timers and tasks of views reach the page without its asking`() async throws {
        try await withServer(Routes([Route("/") { ClockView() }])) { server in
            let page = try await RawPage.open(on: server)
            try await page.join("/?ticks=1")
            #expect(try await page.next("diff")?["0"] == "1")
            #expect(try await page.next("diff")?["0"] == "2")
            let other = try await RawPage.open(on: server)
            try await other.join()
            try await other.click("work")
            #expect(try await other.next("diff")?["1"] == "worked")
        }
    }

    @Test func `Handlers that block hold up their own sessions only`() async throws {
        let gate = BlockingView.Gate()
        let routes = Routes([Route("/block") { BlockingView(gate: gate) }, Route("/") { CounterView() }])
        try await withServer(routes) { server in
            // More of them than the machine has processors.
            var blocked: [RawPage] = []
            for _ in 0..<24 {
                let page = try await RawPage.open("/block", on: server)
                try await page.join("/block")
                try await page.push("pass")
                blocked.append(page)
            }
            let page = try await RawPage.open(on: server)
            try await page.join()
            #expect(try await page.click("inc") == ["diff": ["0": "1"]])
            for _ in blocked { gate.open() }
            for page in blocked { #expect(try await page.reply() == ["diff": ["0": "1"]]) }
        }
    }

    @Test func `A session works on its messages in their order, however many come at once`() async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            try await page.join()
            for _ in 0..<500 { try await page.push("inc") }
            #expect(try await page.reply() == ["diff": ["0": "500"]])
        }
    }

    @Test func `An answer does not wait for the message after it`() async throws {
        let gate = BlockingView.Gate()
        try await withServer(Routes([Route("/") { BlockingView(gate: gate) }])) { server in
            let page = try await RawPage.open(on: server)
            try await page.join()
            for _ in 0..<2 { try await page.push("pass") }
            gate.open()
            #expect(try await page.next("phx_reply")?["response"] == ["diff": ["0": "1"]])
            gate.open()
            #expect(try await page.reply() == ["diff": ["0": "2"]])
        }
    }

    @Test func `A message may come in pieces, with pings between them`() async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            let bytes = Array(#"[null,"7","phoenix","heartbeat",{}]"#.utf8)
            try await page.client.sendFrame(opcode: 1, Array(bytes[..<10]), isFinal: false)
            try await page.client.sendFrame(opcode: 9, [1, 2, 3])
            try await page.client.sendFrame(opcode: 0, Array(bytes[10..<12]), isFinal: false)
            try await page.client.sendFrame(opcode: 0, Array(bytes[12...]))
            let pong = await page.client.frame()
            #expect(pong?.opcode == 10 && pong?.payload == [1, 2, 3])
            #expect(await page.client.frame()?.text.contains("phx_reply") == true)
        }
    }

    @Test func `A client that offers names for what it speaks gets the one that is meant`() async throws {
        try await withServer { server in
            let client = try await RawClient.connect(to: server.address.port)
            let response = try await client.open(
                "/live/websocket?vsn=2.0.0", headers: ["Sec-WebSocket-Protocol: other, phoenix"])
            #expect(response?.status == 101)
            #expect(response?.header("sec-websocket-protocol") == "phoenix")
        }
    }

    @Test func `A client that ends its socket is told its own code`() async throws {
        try await withServer { server in
            let page = try await RawPage.open(on: server)
            try await page.client.sendFrame(opcode: 8, [0x03, 0xE9])
            #expect(await page.client.closeCode() == 1001)
        }
    }
}
